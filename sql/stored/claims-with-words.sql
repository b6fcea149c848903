-- Claims that hold some words, the latest first
SELECT id, quote, strength, certainty, asserter, document_title, published_not_before
FROM claims_v
WHERE LOWER(quote) LIKE '%' || LOWER(CAST(:words AS TEXT)) || '%'
ORDER BY COALESCE(published_not_before, '') DESC, id;
