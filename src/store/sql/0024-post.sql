-- Registered letters: the number scanned for each, and the batch in which it was handed to the carrier.

CREATE TABLE post_batch (
	number INTEGER PRIMARY KEY,
	carrier TEXT NOT NULL,
	day INTEGER NOT NULL,
	at INTEGER NOT NULL,
	who TEXT NOT NULL
) STRICT;
CREATE TABLE letter (
	filing TEXT NOT NULL REFERENCES filing (id),
	number INTEGER NOT NULL,  -- of the summons
	carrier TEXT NOT NULL,
	product TEXT NOT NULL,
	resi TEXT NOT NULL,
	zone TEXT NOT NULL,  -- with the fee, as they were when it was handed over
	fee INTEGER NOT NULL,
	batch INTEGER REFERENCES post_batch (number),
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (filing, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX letter_resi ON letter (resi);
CREATE INDEX letter_batch ON letter (batch) WHERE batch IS NOT NULL;
CREATE INDEX summons_resi ON summons (resi) WHERE resi <> '';

PRAGMA user_version = 24;
