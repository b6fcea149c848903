SELECT id, address, state, preferences, asked_at, confirmed_at, bounces FROM subscribers WHERE id = @Id;
