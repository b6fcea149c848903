SELECT version_id, start_offset, end_offset, quote, role FROM flag_quotes WHERE flag_id = @FlagId ORDER BY number;
