SELECT shown_keys FROM digests WHERE period <> @Period ORDER BY period;
