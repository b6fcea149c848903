-- Flags of each kind that this program raised, by what became of them, those that the authors' own caveats outweigh included
SELECT code, status, COUNT(*) AS flags, SUM(CASE WHEN speaks_for_authors IS NULL THEN 0 ELSE 1 END) AS with_something_for_the_authors
FROM flags_v
WHERE raised_by = 'system'
GROUP BY code, status
ORDER BY code, status;
