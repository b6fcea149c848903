UPDATE items SET state = @State, stage = @Stage, reason = @Reason, owner = NULL, lease_until = NULL, due_at = @DueAt, document_id = COALESCE(@DocumentId, document_id),
  version_id = COALESCE(@VersionId, version_id), updated_at = @CreatedAt
WHERE key = @Key AND owner = @Owner;
