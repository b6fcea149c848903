{view} q
