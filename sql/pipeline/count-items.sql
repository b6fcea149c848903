SELECT state, COUNT(*) AS items FROM items GROUP BY state ORDER BY state;
