SELECT amount FROM source_spending WHERE name = @Name AND month = @Month;
