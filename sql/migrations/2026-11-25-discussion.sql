-- The thread below a document: number of comments stated, and those read, as JSON beside the version that they were read with.
ALTER TABLE versions ADD COLUMN discussion TEXT NOT NULL DEFAULT '{"comments":[]}';
