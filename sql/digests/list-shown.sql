SELECT id, period, edition, shown_keys FROM digests WHERE period <> @Period ORDER BY created_at, id;
