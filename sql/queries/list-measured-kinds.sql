-- Kinds of sources that could be read since a day.
SELECT DISTINCT kind FROM sources WHERE last_success_at IS NOT NULL AND (CAST(@Since AS TEXT) IS NULL OR last_success_at >= @Since) ORDER BY kind;
