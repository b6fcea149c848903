SELECT recipient, period, path FROM digest_deliveries WHERE period = @Period ORDER BY recipient;
