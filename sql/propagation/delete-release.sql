DELETE FROM releases WHERE id = @Id;
