-- How an item was received on a day, as its source counted it then; and which document it speaks of, so that mentions are found without reading the metadata.
ALTER TABLE items ADD COLUMN parent TEXT;
UPDATE items SET parent = json_extract(metadata, '$.parent');
CREATE INDEX items_by_parent ON items (parent);
CREATE INDEX items_by_document ON items (document_id);
CREATE TABLE item_receptions (
  item_key TEXT NOT NULL REFERENCES items (key) ON DELETE CASCADE,
  source TEXT NOT NULL,
  day TEXT NOT NULL,
  score INTEGER,
  replies INTEGER,
  PRIMARY KEY (item_key, source, day)
) STRICT;
