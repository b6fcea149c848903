INSERT INTO exculpations (flag_id, number, kind, verdict, version_id, start_offset, end_offset, text)
VALUES (@FlagId, @Number, @Kind, @Verdict, @VersionId, @Start, @End, @Text);
