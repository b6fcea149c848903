UPDATE replies SET state = @State, settled_by = @By, settled_at = @SettledAt WHERE id = @Id AND state = 'waiting';
