SELECT state, COUNT(*) AS number FROM mails GROUP BY state ORDER BY state;
