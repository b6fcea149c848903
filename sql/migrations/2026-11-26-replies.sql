-- A reply is shown once a reviewer accepted it: who sends the form is not known. Who settled it, when, and as whom it was sent stay beside it.
ALTER TABLE replies ADD COLUMN state TEXT NOT NULL DEFAULT 'accepted';
ALTER TABLE replies ADD COLUMN sent_as TEXT NOT NULL DEFAULT 'other';
ALTER TABLE replies ADD COLUMN settled_by TEXT;
ALTER TABLE replies ADD COLUMN settled_at TEXT;
CREATE INDEX replies_by_flag ON replies (flag_id, state);
