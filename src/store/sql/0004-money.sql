-- Money that belongs to no filing yet, the accounts it stands in, what the bank itself says was paid, and days that
-- are closed.

-- What a virtual account becomes once the bank has closed it; 'asked': nothing of the kind is under way.
ALTER TABLE va ADD COLUMN closing TEXT NOT NULL DEFAULT 'asked' CHECK (closing IN ('asked', 'expired', 'cancelled'));

-- Money in suspense may be for an account nobody knows: then its filing is NULL until a kasir settles it.
CREATE TABLE payment_anew (
	id TEXT PRIMARY KEY NOT NULL,
	filing TEXT REFERENCES filing (id),
	trx TEXT NOT NULL,
	amount INTEGER NOT NULL CONSTRAINT payment_amount CHECK (amount > 0),
	at INTEGER NOT NULL,
	channel TEXT NOT NULL,
	reference TEXT NOT NULL,
	source TEXT NOT NULL,
	suspense INTEGER NOT NULL CHECK (suspense IN (0, 1)),
	note TEXT NOT NULL DEFAULT '',  -- why it was kept in suspense
	settled INTEGER,  -- when a kasir decided on it
	outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'panjar', 'kembali')),
	reason TEXT NOT NULL DEFAULT '',
	settled_by TEXT NOT NULL DEFAULT '',
	CHECK (filing IS NOT NULL OR suspense = 1),
	CHECK ((settled IS NULL) = (outcome = ''))
) STRICT;
INSERT INTO payment_anew (id, filing, trx, amount, at, channel, reference, source, suspense)
SELECT id, filing, trx, amount, at, channel, reference, source, suspense FROM payment;
DROP TABLE payment;
ALTER TABLE payment_anew RENAME TO payment;
CREATE INDEX payment_filing ON payment (filing);
CREATE INDEX payment_at ON payment (at);
CREATE INDEX payment_reference ON payment (reference) WHERE reference <> '';
CREATE INDEX payment_suspense ON payment (at) WHERE suspense = 1;
CREATE TRIGGER payment_settled_once BEFORE UPDATE ON payment WHEN OLD.settled IS NOT NULL OR OLD.suspense = 0
OR NEW.id <> OLD.id OR NEW.amount <> OLD.amount BEGIN
	SELECT RAISE (ABORT, 'payment_settled_once');
END;
CREATE TRIGGER payment_stays BEFORE DELETE ON payment BEGIN
	SELECT RAISE (ABORT, 'payment_settled_once');
END;

-- The accounts of the journal. Debit is positive: what the court has is positive, what it owes is negative.
CREATE TABLE account (
	key TEXT PRIMARY KEY NOT NULL,
	name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO account (key, name) VALUES
	('bank', 'Rekening bank'),
	('panjar', 'Panjar perkara'),
	('suspense', 'Titipan'),
	('pnbp', 'PNBP belum disetor'),
	('pengembalian', 'Sisa panjar dalam pengembalian'),
	('negara', 'Uang tak bertuan untuk kas negara');

CREATE TABLE entry_anew (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	filing TEXT REFERENCES filing (id),
	posted INTEGER NOT NULL,
	what TEXT NOT NULL,
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1))
) STRICT;
CREATE TABLE line_anew (
	entry INTEGER NOT NULL REFERENCES entry_anew (number),
	line INTEGER NOT NULL,
	account TEXT NOT NULL REFERENCES account (key),
	amount INTEGER NOT NULL CONSTRAINT journal_amount CHECK (amount <> 0),
	PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_anew SELECT number, filing, posted, what, who, at, sealed FROM journal_entry;
INSERT INTO line_anew SELECT entry, line, account, amount FROM journal_line;
DROP TABLE journal_line;
DROP TABLE journal_entry;
ALTER TABLE entry_anew RENAME TO journal_entry;
ALTER TABLE line_anew RENAME TO journal_line;
CREATE INDEX journal_filing ON journal_entry (filing);
CREATE INDEX journal_posted ON journal_entry (posted);

-- A closed day takes no entry any more. `bank` is what the bank's own statement said, NULL when it was not asked.
CREATE TABLE closed (
	last INTEGER PRIMARY KEY NOT NULL,  -- this day and all before it
	kind TEXT NOT NULL CHECK (kind IN ('hari', 'bulan')),
	book INTEGER NOT NULL,
	bank INTEGER,
	reason TEXT NOT NULL,  -- of the difference
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	CONSTRAINT closed_difference CHECK (bank IS NULL OR bank = book OR reason <> '')
) STRICT;
CREATE TRIGGER closed_stays BEFORE DELETE ON closed BEGIN
	SELECT RAISE (ABORT, 'closed_stays');
END;
CREATE TRIGGER closed_in_order BEFORE INSERT ON closed BEGIN
	SELECT RAISE (ABORT, 'closed_stays') WHERE NEW.last <= (SELECT max(last) FROM closed)
	AND NOT (NEW.kind = 'bulan' AND NEW.last = (SELECT max(last) FROM closed));
END;

CREATE TRIGGER journal_seal BEFORE UPDATE ON journal_entry BEGIN
	SELECT RAISE (ABORT, 'journal_append_only')
	WHERE OLD.sealed = 1 OR NEW.sealed = 0 OR NEW.number <> OLD.number OR NEW.filing IS NOT OLD.filing
	OR NEW.posted <> OLD.posted OR NEW.what <> OLD.what OR NEW.who <> OLD.who OR NEW.at <> OLD.at;
	SELECT RAISE (ABORT, 'journal_sums_to_zero')
	WHERE (SELECT count(*) < 2 OR sum(amount) <> 0 FROM journal_line WHERE entry = OLD.number);
	-- What a party paid in advance can be used up, never more than that.
	SELECT RAISE (ABORT, 'panjar_not_below_zero')
	WHERE EXISTS (SELECT 1 FROM journal_line WHERE entry = OLD.number AND amount > 0
			AND account IN ('panjar', 'pengembalian'))
	AND EXISTS (SELECT 1 FROM journal_entry e JOIN journal_line l ON l.entry = e.number
		WHERE e.filing = OLD.filing AND l.account IN ('panjar', 'pengembalian')
		GROUP BY l.account HAVING sum(l.amount) > 0);
END;
CREATE TRIGGER journal_entry_born BEFORE INSERT ON journal_entry BEGIN
	SELECT RAISE (ABORT, 'journal_append_only') WHERE NEW.sealed <> 0;
	SELECT RAISE (ABORT, 'journal_day_closed') WHERE NEW.posted <= (SELECT max(last) FROM closed);
END;
CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry BEGIN
	SELECT RAISE (ABORT, 'journal_append_only');
END;
CREATE TRIGGER journal_line_born BEFORE INSERT ON journal_line BEGIN
	SELECT RAISE (ABORT, 'journal_append_only')
	WHERE (SELECT sealed FROM journal_entry WHERE number = NEW.entry) = 1;
END;
CREATE TRIGGER journal_line_change BEFORE UPDATE ON journal_line BEGIN
	SELECT RAISE (ABORT, 'journal_append_only');
END;
CREATE TRIGGER journal_line_stays BEFORE DELETE ON journal_line BEGIN
	SELECT RAISE (ABORT, 'journal_append_only');
END;

-- What the bank says was paid, by its report or a statement in a file. The same payment told again is one row.
CREATE TABLE statement (
	bank TEXT NOT NULL,
	key TEXT NOT NULL,  -- the bank's reference, or the payment's id
	payment TEXT NOT NULL,  -- the id under which a notice of it is counted
	reference TEXT NOT NULL,
	va TEXT NOT NULL,
	trx TEXT NOT NULL,
	amount INTEGER NOT NULL,
	at INTEGER,
	seen INTEGER NOT NULL,
	PRIMARY KEY (bank, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_reference ON statement (reference) WHERE reference <> '';
CREATE INDEX statement_payment ON statement (payment) WHERE payment <> '';
-- The time a bank has told of in full, from its first statement on.
CREATE TABLE statement_span (
	bank TEXT PRIMARY KEY NOT NULL,
	since INTEGER NOT NULL,
	until INTEGER NOT NULL,
	seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 4;
