UPDATE http_services SET free_at = @FreeAt, holder = NULL WHERE service = @Service AND holder = @Holder;
