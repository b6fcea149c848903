SELECT recipient, digest_id FROM mails WHERE digest_id IS NOT NULL AND state IN ('queued', 'sending', 'sent', 'unknown') ORDER BY recipient, digest_id;
