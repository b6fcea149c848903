INSERT INTO http_services (service, free_at, wait_until, failures, reason, is_blocked) VALUES (@Service, @FreeAt, CAST(@WaitUntil AS TEXT), @Failures, CAST(@Reason AS TEXT), @IsBlocked)
ON CONFLICT (service) DO UPDATE SET wait_until = excluded.wait_until, failures = excluded.failures, reason = excluded.reason, is_blocked = excluded.is_blocked;
