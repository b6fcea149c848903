SELECT flag_id, COUNT(DISTINCT reviewer) AS number FROM reviews WHERE verdict IN ('confirm', 'reduce', 'reattribute') GROUP BY flag_id;
