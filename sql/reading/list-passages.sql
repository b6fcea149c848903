SELECT number, start_offset, end_offset, place, heading, paragraph, sentence, speaker FROM passages WHERE version_id = @VersionId ORDER BY number;
