-- What the checks of the machine found last: one run, which the next replaces.
CREATE TABLE checkup (
	number INTEGER PRIMARY KEY NOT NULL,
	at INTEGER NOT NULL,
	name TEXT NOT NULL,
	state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),  -- green, yellow, red
	said TEXT NOT NULL,
	remedy TEXT NOT NULL
) STRICT;

PRAGMA user_version = 47;
