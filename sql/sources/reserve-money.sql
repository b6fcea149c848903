INSERT INTO source_spending (name, month, amount)
SELECT @Name, @Month, CAST(@Amount AS BIGINT) WHERE CAST(@Amount AS BIGINT) <= CAST(@Budget AS BIGINT)
ON CONFLICT (name, month) DO UPDATE SET amount = source_spending.amount + excluded.amount WHERE source_spending.amount + excluded.amount <= CAST(@Budget AS BIGINT);
