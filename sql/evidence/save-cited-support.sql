INSERT INTO cited_supports (release_id, claim_id, work_id, purpose, verdict, quote, start_offset, end_offset, text_kind, judged_by, version_id)
VALUES (@ReleaseId, @ClaimId, @WorkId, @Purpose, @Verdict, @Quote, @Start, @End, @TextKind, @JudgedBy, @VersionId);
