UPDATE grouping_edits SET undone_at = @UndoneAt, undone_by = @UndoneBy WHERE id = @Id AND undone_at IS NULL;
