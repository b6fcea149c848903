UPDATE flags SET status = @Status, severity = @Severity, asserter = @Asserter WHERE id = @Id;
