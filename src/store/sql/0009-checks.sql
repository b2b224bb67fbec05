-- What a column may hold, two words at a time: of a longer list SQLite makes a table whenever a row is checked, ten of
-- them for one payment.

CREATE TABLE step_anew (
	filing TEXT NOT NULL REFERENCES filing (id),
	key TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('blank', 'open') OR state IN ('waiting', 'returned') OR state = 'done'),
	opened INTEGER,
	done INTEGER,
	spent INTEGER NOT NULL,
	round INTEGER NOT NULL,
	waits_for TEXT NOT NULL,
	PRIMARY KEY (filing, key)
) STRICT, WITHOUT ROWID;
INSERT INTO step_anew SELECT filing, key, state, opened, done, spent, round, waits_for FROM step;
DROP TABLE step;
ALTER TABLE step_anew RENAME TO step;
CREATE INDEX step_done ON step (key, done, spent) WHERE done IS NOT NULL;

CREATE TABLE va_anew (
	trx TEXT PRIMARY KEY NOT NULL,
	filing TEXT NOT NULL REFERENCES filing (id),
	round INTEGER NOT NULL,
	customer_no TEXT NOT NULL UNIQUE,
	number TEXT NOT NULL,
	bank TEXT NOT NULL,
	amount INTEGER NOT NULL CONSTRAINT va_amount CHECK (amount > 0),
	expires INTEGER,
	state TEXT NOT NULL CHECK (state IN ('asked', 'live') OR state IN ('paid', 'expired')
		OR state IN ('cancelled', 'refused') OR state = 'trouble'),
	note TEXT NOT NULL,
	closing TEXT NOT NULL DEFAULT 'asked'  -- what it becomes once the bank has closed it; 'asked': nothing
		CHECK (closing IN ('asked', 'expired') OR closing = 'cancelled')
) STRICT;
INSERT INTO va_anew (rowid, trx, filing, round, customer_no, number, bank, amount, expires, state, note, closing)
SELECT rowid, trx, filing, round, customer_no, number, bank, amount, expires, state, note, closing FROM va;
DROP TABLE va;
ALTER TABLE va_anew RENAME TO va;
CREATE INDEX va_filing ON va (filing);
CREATE INDEX va_number ON va (number) WHERE number <> '';
CREATE INDEX va_live ON va (trx) WHERE state = 'live';
CREATE UNIQUE INDEX one_live_va ON va (filing) WHERE state IN ('asked', 'live');

CREATE TABLE outbox_anew (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	filing TEXT NOT NULL REFERENCES filing (id),
	receiver TEXT NOT NULL,
	kind TEXT NOT NULL,
	key TEXT NOT NULL UNIQUE,
	body TEXT NOT NULL CHECK (json_valid(body)),
	state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending') OR state IN ('done', 'dead')),
	tries INTEGER NOT NULL DEFAULT 0,
	made INTEGER NOT NULL,
	due INTEGER NOT NULL,
	lease_by TEXT NOT NULL DEFAULT '',
	error TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO outbox_anew SELECT number, filing, receiver, kind, key, body, state, tries, made, due, lease_by, error
FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_anew RENAME TO outbox;
CREATE INDEX outbox_filing ON outbox (filing);
CREATE INDEX outbox_due ON outbox (due) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_open ON outbox (receiver, filing) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_unfinished ON outbox (number) WHERE state <> 'done';

PRAGMA user_version = 9;
