INSERT INTO source_spending (name, month, amount)
SELECT @Name, @Month, @Amount WHERE @Amount <= @Budget
ON CONFLICT (name, month) DO UPDATE SET amount = source_spending.amount + excluded.amount WHERE source_spending.amount + excluded.amount <= @Budget;
