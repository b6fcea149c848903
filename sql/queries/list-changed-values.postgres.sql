SELECT v.document_id, CAST(NULL AS BIGINT) AS index_place, v.type, v.strength, v.certainty, v.polarity, v.assert_mode, v.asserter, v.place, v.is_headline, v.document_kind, v.publisher, v.warrant FROM claims_v v
WHERE v.document_id IN (SELECT r.document_id FROM value_revisions r WHERE r.revision > @Revision);
