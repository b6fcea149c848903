-- Works that other releases cite together with works that this release cites, most shared citations first.
SELECT other.work_id AS id, COUNT(*) AS together
FROM prior_work_matches own
JOIN prior_work_matches link ON link.work_id = own.work_id AND link.is_cited = 1 AND link.release_id <> own.release_id
JOIN prior_work_matches other ON other.release_id = link.release_id AND other.is_cited = 1 AND other.work_id <> own.work_id
WHERE own.release_id = @ReleaseId AND own.is_cited = 1
  AND NOT EXISTS (SELECT 1 FROM prior_work_matches mine WHERE mine.release_id = own.release_id AND mine.work_id = other.work_id AND mine.is_cited = 1)
GROUP BY other.work_id
ORDER BY together DESC, other.work_id
LIMIT @Limit;
