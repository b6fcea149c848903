INSERT INTO flag_quotes (flag_id, number, version_id, start_offset, end_offset, quote, role) VALUES (@FlagId, @Number, @VersionId, @Start, @End, @Quote, @Role);
