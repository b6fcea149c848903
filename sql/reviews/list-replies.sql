SELECT id, flag_id, text, replied_at, url, state, sent_as, settled_by FROM replies WHERE (CAST(@FlagId AS TEXT) IS NULL OR flag_id = @FlagId) AND state = @State ORDER BY replied_at, id;
