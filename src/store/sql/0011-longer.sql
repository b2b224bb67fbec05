-- A longer time that the bank has not answered, and the closing of an account, have columns of their own: the first
-- was told by the note for people, the second by a state of the account itself.

CREATE TABLE va_anew (
	trx TEXT PRIMARY KEY NOT NULL,
	filing TEXT NOT NULL REFERENCES filing (id),
	round INTEGER NOT NULL,
	customer_no TEXT NOT NULL UNIQUE,
	number TEXT NOT NULL,
	bank TEXT NOT NULL,
	amount INTEGER NOT NULL CONSTRAINT va_amount CHECK (amount > 0),
	expires INTEGER,
	agreed INTEGER,  -- while a longer time is asked for: the time it had before
	state TEXT NOT NULL CHECK (state IN ('asked', 'live') OR state IN ('paid', 'expired')
		OR state IN ('cancelled', 'refused') OR state = 'trouble'),
	note TEXT NOT NULL,
	closing TEXT NOT NULL CHECK (closing IN ('', 'expired') OR closing = 'cancelled')
) STRICT;
INSERT INTO va_anew (rowid, trx, filing, round, customer_no, number, bank, amount, expires, agreed, state, note, closing)
SELECT rowid, trx, filing, round, customer_no, number, bank, amount, expires, CASE note
	WHEN 'perpanjangan menunggu bank' THEN (
		SELECT 1000 * CAST(strftime('%s', body ->> '$.before') AS INTEGER) FROM outbox
		WHERE kind = 'update-va' AND body ->> '$.trx' = va.trx ORDER BY number DESC LIMIT 1
	) END, state, note, CASE closing WHEN 'asked' THEN '' ELSE closing END FROM va;
DROP TABLE va;
ALTER TABLE va_anew RENAME TO va;
CREATE INDEX va_filing ON va (filing);
CREATE INDEX va_number ON va (number) WHERE number <> '';
CREATE INDEX va_live ON va (trx) WHERE state = 'live';
CREATE UNIQUE INDEX one_live_va ON va (filing) WHERE state IN ('asked', 'live');

PRAGMA user_version = 11;
