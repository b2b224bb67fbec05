-- A person's login handed to one command that the desk starts: taken once, and worth nothing after `until`.
CREATE TABLE pass (
	hash TEXT PRIMARY KEY,
	user TEXT NOT NULL REFERENCES user (name),
	until INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

PRAGMA user_version = 23;
