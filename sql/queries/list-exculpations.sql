SELECT kind, verdict, version_id, start_offset, end_offset, text FROM exculpations WHERE flag_id = @FlagId ORDER BY number;
