SELECT r.document_id FROM value_revisions r WHERE r.revision > @Revision;
