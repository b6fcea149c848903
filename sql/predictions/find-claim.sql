SELECT id FROM claims WHERE id = @Id;
