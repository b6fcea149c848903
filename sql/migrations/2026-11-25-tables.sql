-- Tables of a version, cell by cell, as JSON: they are read with their version and never searched.
ALTER TABLE versions ADD COLUMN tables TEXT NOT NULL DEFAULT '[]';
