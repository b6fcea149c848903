DELETE FROM counterarguments WHERE version_id IN (SELECT v.id FROM versions v WHERE v.document_id = @Document);
