-- The row number of the index is that of the claim, unless the file was vacuumed.
SELECT v.document_id, h.rowid AS index_place, v.type, v.strength, v.certainty, v.polarity, v.assert_mode, v.asserter, v.place, v.is_headline, v.document_kind, v.publisher, v.warrant
FROM claims_v v JOIN claims c ON c.id = v.id LEFT JOIN claims_search h ON h.rowid = c.rowid AND h.id = c.id
WHERE v.document_id IN (SELECT r.document_id FROM value_revisions r WHERE r.revision > @Revision);
