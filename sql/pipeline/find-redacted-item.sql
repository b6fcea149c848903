SELECT r.reason FROM redactions r JOIN redacted_snapshots s ON s.document_id = r.document_id WHERE s.item_key = @ItemKey LIMIT 1;
