-- Whether the later wording of a claim says more, and the words in which both wordings differ.
ALTER TABLE propagation_edges ADD COLUMN drift TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE propagation_edges ADD COLUMN changes TEXT NOT NULL DEFAULT '[]';
