INSERT INTO grouping_edits (id, kind, document_url, into_url, made_by, reason, made_at) VALUES (@Id, @Kind, @DocumentUrl, @IntoUrl, @MadeBy, @Reason, @MadeAt)
ON CONFLICT (id) DO NOTHING;
