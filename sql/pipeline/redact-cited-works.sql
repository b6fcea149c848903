-- What the text says to claims that cite it is not at hand any more.
UPDATE cited_supports SET verdict = 'not_available', quote = NULL, start_offset = NULL, end_offset = NULL, text_kind = NULL, version_id = NULL
WHERE version_id IN (SELECT id FROM versions WHERE document_id = @Document);
