SELECT p.speaker AS name, p.place FROM passages p WHERE p.version_id = @Version AND p.speaker IS NOT NULL
UNION SELECT c.asserter AS name, c.place FROM claims c WHERE c.version_id = @Version
UNION SELECT c.attributed_to AS name, c.place FROM claims c WHERE c.version_id = @Version AND c.attributed_to IS NOT NULL;
