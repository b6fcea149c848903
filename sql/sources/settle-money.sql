UPDATE source_spending SET amount = CASE WHEN amount + @Amount < 0 THEN 0 ELSE amount + @Amount END WHERE name = @Name AND month = @Month;
