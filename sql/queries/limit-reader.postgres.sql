SELECT set_config('transaction_read_only', 'on', true), set_config('statement_timeout', @Timeout, true);
