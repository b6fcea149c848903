UPDATE sources SET next_attempt_at = NULL, poll_owner = NULL WHERE name = @Name AND poll_owner = @SourceRunId;
