SELECT set_config('transaction_read_only', 'on', true), set_config('statement_timeout', @Timeout, true), set_config('role', @Role, true);
