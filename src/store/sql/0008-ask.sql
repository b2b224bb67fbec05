-- The banks' own lists of payments as a person asks for them: of each bank the last asking.

CREATE TABLE statement_ask (
	bank TEXT PRIMARY KEY NOT NULL,
	first INTEGER NOT NULL,
	last INTEGER NOT NULL,
	next INTEGER NOT NULL,  -- the day that is asked for now
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('asked', 'told', 'refused')),
	tries INTEGER NOT NULL,
	due INTEGER NOT NULL,
	said TEXT NOT NULL,  -- the bank's last word, or what went wrong
	CHECK (first <= last)
) STRICT, WITHOUT ROWID;

-- The time a bank has told of in full, now in pieces: of what lies between two askings nothing is known.
CREATE TABLE span_anew (
	bank TEXT NOT NULL,
	since INTEGER NOT NULL,
	until INTEGER NOT NULL,
	seen INTEGER NOT NULL,
	PRIMARY KEY (bank, since)
) STRICT, WITHOUT ROWID;
INSERT INTO span_anew SELECT bank, since, until, seen FROM statement_span;
DROP TABLE statement_span;
ALTER TABLE span_anew RENAME TO statement_span;

PRAGMA user_version = 8;
