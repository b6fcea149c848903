SELECT issue FROM digests WHERE id = @Id;
