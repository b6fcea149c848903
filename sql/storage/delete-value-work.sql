DELETE FROM value_work;
