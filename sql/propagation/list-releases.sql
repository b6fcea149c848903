SELECT id, title, publisher, published_not_before, published_not_after, published_precision, published_basis, coverage, peer_review, tags, assessed_input
FROM releases ORDER BY id;
