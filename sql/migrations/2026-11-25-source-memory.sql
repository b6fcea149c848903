-- What a source did cost in a month, in hundredths of a cent, and which bytes of the archive an item is when its source sent it whole.

CREATE TABLE source_spending (
  name TEXT NOT NULL,
  month TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (name, month)
) {strict};

ALTER TABLE items ADD COLUMN content_sha256 TEXT;
