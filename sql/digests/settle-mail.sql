UPDATE mails SET state = @State, due_at = @DueAt, answer = @Answer, owner = NULL, lease_until = NULL, message = CASE WHEN @State = 'sent' THEN '' ELSE message END
WHERE id = @Id AND state = 'sending' AND owner = @Owner;
