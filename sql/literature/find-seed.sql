SELECT sha256 FROM seeds WHERE name = @Name;
