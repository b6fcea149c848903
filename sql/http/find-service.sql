SELECT service, free_at, wait_until, failures, reason, is_blocked FROM http_services WHERE service = @Service;
