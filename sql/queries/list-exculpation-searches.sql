SELECT kind, place FROM exculpation_searches WHERE flag_id = @FlagId ORDER BY number;
