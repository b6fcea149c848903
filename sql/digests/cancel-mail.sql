UPDATE mails SET state = 'cancelled', answer = @Answer, message = '' WHERE id = @Id AND state = 'queued';
