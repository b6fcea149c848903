PRAGMA foreign_keys = ON;
PRAGMA synchronous = NORMAL;
