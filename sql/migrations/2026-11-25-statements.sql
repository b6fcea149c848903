-- What a page states about its own title and dates, place by place, as JSON beside the version that it was read with.
ALTER TABLE versions ADD COLUMN titles TEXT NOT NULL DEFAULT '[]';
ALTER TABLE versions ADD COLUMN dates TEXT NOT NULL DEFAULT '[]';
