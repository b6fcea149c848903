-- What the rules said stays beside what reviewers made of it, so that a verdict can be taken back.
ALTER TABLE flags ADD COLUMN assessed_status TEXT;
ALTER TABLE flags ADD COLUMN assessed_severity INTEGER;
ALTER TABLE flags ADD COLUMN assessed_asserter TEXT;
ALTER TABLE flags ADD COLUMN computation TEXT;
UPDATE flags SET assessed_status = status, assessed_severity = severity, assessed_asserter = asserter;
ALTER TABLE reviews ADD COLUMN affiliation TEXT NOT NULL DEFAULT 'none';
CREATE INDEX reviews_by_time ON reviews (reviewed_at);

CREATE VIEW reviews_v AS
SELECT w.flag_id, f.code, w.number, w.reviewed_at, w.verdict, w.reason, w.severity, w.owner, w.affiliation, w.note FROM reviews w LEFT JOIN flags f ON f.id = w.flag_id;
