UPDATE mails SET message = '', state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END
WHERE state <> 'sending' AND digest_id IN (SELECT g.id FROM digests g WHERE g.issue <> REPLACE(g.issue, @Quoted, ''));
