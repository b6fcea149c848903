{column} IN (SELECT d.id FROM documents d WHERE d.id = {value} OR d.canonical_url = {value} OR d.url = {value})
