SELECT key, title, dated, first_seen_at, other_title, absent_since, absences, missing_since FROM announcements WHERE source = @Name ORDER BY first_seen_at, key;
