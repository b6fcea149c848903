SELECT id, kind, document_url, into_url, made_by, reason, made_at, undone_at, undone_by FROM grouping_edits ORDER BY made_at, id;
