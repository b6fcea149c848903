UPDATE mails SET state = 'sending', owner = @Owner, lease_until = @LeaseUntil, attempts = attempts + 1 WHERE id = @Id AND state = 'queued' AND due_at <= @Now;
