INSERT INTO http_services (service, free_at, holder, failures, is_blocked) VALUES (@Service, @LeaseUntil, @Holder, 0, 0)
ON CONFLICT (service) DO UPDATE SET free_at = excluded.free_at, holder = excluded.holder
WHERE http_services.free_at <= @Now AND (http_services.wait_until IS NULL OR http_services.wait_until <= @Now);
