INSERT INTO announcements (source, key, title, dated, first_seen_at, other_title, absent_since, absences, missing_since)
VALUES (@Name, @Key, @Title, CAST(@Dated AS TEXT), @FirstSeen, CAST(@OtherTitle AS TEXT), CAST(@AbsentSince AS TEXT), @Absences, CAST(@MissingSince AS TEXT))
ON CONFLICT (source, key) DO UPDATE SET title = excluded.title, dated = excluded.dated, other_title = excluded.other_title, absent_since = excluded.absent_since,
  absences = excluded.absences, missing_since = excluded.missing_since;
