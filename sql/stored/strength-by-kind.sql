-- How much texts of each kind claim in prominent places, and how much of it was judged
SELECT document_kind, strength, COUNT(*) AS claims, COUNT(warrant) AS judged, SUM(CASE WHEN flags > 0 THEN 1 ELSE 0 END) AS flagged
FROM claims_v
WHERE is_headline = 1
GROUP BY document_kind, strength
ORDER BY document_kind, strength;
