-- What the papers of another court's request say of it, and the numbers of letters that go out.

ALTER TABLE tabayun ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE tabayun ADD COLUMN identity TEXT NOT NULL DEFAULT '';
ALTER TABLE tabayun ADD COLUMN matter TEXT NOT NULL DEFAULT '';
ALTER TABLE tabayun ADD COLUMN sides TEXT NOT NULL DEFAULT '';
ALTER TABLE tabayun ADD COLUMN hour TEXT NOT NULL DEFAULT '';
ALTER TABLE tabayun ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE tabayun ADD COLUMN verdict TEXT NOT NULL DEFAULT '';
ALTER TABLE tabayun ADD COLUMN met_at TEXT NOT NULL DEFAULT '';

-- One row for each letter that got a number, in the order in which they went out.
CREATE TABLE outgoing (
	year INTEGER NOT NULL,
	number INTEGER NOT NULL CHECK (number > 0),
	subject TEXT NOT NULL,     -- id of the filing, or of another court's request
	paper TEXT NOT NULL,
	which INTEGER NOT NULL,    -- number of the summons; 0: none
	name TEXT NOT NULL,        -- the number as it is written
	dated INTEGER NOT NULL,
	recipient TEXT NOT NULL,
	about TEXT NOT NULL,
	case_number TEXT NOT NULL,
	prints INTEGER NOT NULL,   -- of another court's request; those of a filing stand in printed
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (year, number),
	UNIQUE (subject, paper, which)
) STRICT;

PRAGMA user_version = 31;
