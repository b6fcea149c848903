DELETE FROM value_counts WHERE number = 0;
