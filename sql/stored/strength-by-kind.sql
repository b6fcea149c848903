-- How much texts of each kind claim in prominent places, and how much of it was judged
SELECT document_kind, strength, claims, judged, flagged
FROM headlines_v
ORDER BY document_kind, strength;
