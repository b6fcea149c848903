SELECT r.id, r.text, r.url, f.claim_id FROM replies r LEFT JOIN flags f ON f.id = r.flag_id WHERE r.state = 'accepted' ORDER BY r.replied_at, r.id;
