-- Where the reading of what changed in SIPP stands; only SIPP can read the mark.

CREATE TABLE sync_mark (
	one INTEGER PRIMARY KEY CHECK (one = 1),
	mark TEXT NOT NULL,
	at INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 7;
