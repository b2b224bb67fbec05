-- What each call costs, fixed when it is ordered, and the category of each line of the journal (LIPA 7.A). Calls ordered
-- before this have no costs here: theirs were booked by hand.
CREATE TABLE summons_cost (
	filing TEXT NOT NULL,
	number INTEGER NOT NULL,
	place INTEGER NOT NULL,
	category TEXT NOT NULL,
	what TEXT NOT NULL,
	amount INTEGER NOT NULL CONSTRAINT call_cost CHECK (amount >= 0),
	PRIMARY KEY (filing, number, place),
	FOREIGN KEY (filing, number) REFERENCES summons (filing, number)
) STRICT, WITHOUT ROWID;
ALTER TABLE summons ADD COLUMN booked INTEGER NOT NULL DEFAULT 0 CHECK (booked IN (0, 1));
ALTER TABLE journal_line ADD COLUMN category TEXT NOT NULL DEFAULT '';

PRAGMA user_version = 25;
