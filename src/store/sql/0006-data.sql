-- What the data files said when they were read last, and what changed in them since the home was made.

CREATE TABLE data_file (
	name TEXT PRIMARY KEY NOT NULL,
	text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE data_change (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	gone INTEGER NOT NULL,
	come INTEGER NOT NULL,
	lines TEXT NOT NULL
) STRICT;

CREATE TABLE data_stamp (
	one INTEGER PRIMARY KEY CHECK (one = 1),
	stamp INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 6;
