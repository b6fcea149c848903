SELECT id, edition, shown_keys FROM digests WHERE period <> @Period ORDER BY created_at, id;
