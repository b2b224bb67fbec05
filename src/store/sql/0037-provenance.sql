-- Whose word a line at the bank is, money that leaves it, and which of the court's accounts the journal's money lies in.

-- What was read: the bank's own report or answer, or a file, by its digest (SHA-256); the file itself is kept in the home.
CREATE TABLE statement_source (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	bank TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('laporan', 'status', 'berkas')),
	digest TEXT NOT NULL,
	name TEXT NOT NULL,    -- of the file
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	since INTEGER,         -- its first and last line
	until INTEGER,
	opening INTEGER,       -- balances as it states them
	closing INTEGER,
	total INTEGER NOT NULL DEFAULT 0,  -- what its lines add up to
	sides INTEGER NOT NULL DEFAULT 1 CHECK (sides IN (1, 2)),  -- 2: it lists what goes out too
	UNIQUE (bank, kind, digest)
) STRICT;
CREATE TRIGGER statement_source_stays BEFORE DELETE ON statement_source BEGIN
	SELECT RAISE (ABORT, 'statement_source_stays');
END;
CREATE TRIGGER statement_source_change BEFORE UPDATE ON statement_source BEGIN
	SELECT RAISE (ABORT, 'statement_source_stays');
END;

-- Lines that were read before this was kept have no source. Money that goes out is negative.
ALTER TABLE statement ADD COLUMN source INTEGER REFERENCES statement_source (id);
ALTER TABLE statement ADD COLUMN confirmed INTEGER REFERENCES statement_source (id);  -- the bank's own word of a file's line
ALTER TABLE statement ADD COLUMN what TEXT NOT NULL DEFAULT '';

-- Whose word it is that all of a time was told; 'lama': before this was kept.
CREATE TABLE span_anew (
	bank TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('laporan', 'berkas', 'lama')),
	since INTEGER NOT NULL,
	until INTEGER NOT NULL,
	seen INTEGER NOT NULL,
	PRIMARY KEY (bank, kind, since)
) STRICT, WITHOUT ROWID;
INSERT INTO span_anew SELECT bank, 'lama', since, until, seen FROM statement_span;
DROP TABLE statement_span;
ALTER TABLE span_anew RENAME TO statement_span;

-- What a line at the bank is: a payment that was acknowledged, an entry of the journal, or the bank's own costs and
-- interest and what the court moved between its accounts, which are booked by it.
CREATE TABLE explanation (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	bank TEXT NOT NULL,
	key TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('akui', 'cocok', 'biaya', 'giro', 'pindah')),
	state TEXT NOT NULL CHECK (state IN ('menunggu', 'sah', 'ditolak')),
	entry INTEGER REFERENCES journal_entry (number),
	other TEXT NOT NULL,   -- the bank that it was moved to
	reason TEXT NOT NULL,
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	decided_by TEXT NOT NULL DEFAULT '',
	decided_at INTEGER,
	FOREIGN KEY (bank, key) REFERENCES statement (bank, key),
	CONSTRAINT explanation_two_people CHECK (decided_by <> who OR state = 'ditolak'),
	CONSTRAINT explanation_two_people CHECK (state <> 'sah' OR decided_by <> '' OR kind IN ('akui', 'cocok', 'giro'))
) STRICT;
CREATE UNIQUE INDEX explanation_line ON explanation (bank, key) WHERE state <> 'ditolak';
CREATE UNIQUE INDEX explanation_entry ON explanation (entry, bank) WHERE entry IS NOT NULL AND state <> 'ditolak';
CREATE INDEX explanation_open ON explanation (at) WHERE state = 'menunggu';
CREATE TRIGGER explanation_stays BEFORE DELETE ON explanation BEGIN
	SELECT RAISE (ABORT, 'explanation_stays');
END;
CREATE TRIGGER explanation_change BEFORE UPDATE ON explanation WHEN OLD.state = 'ditolak' OR NEW.bank <> OLD.bank
OR NEW.key <> OLD.key OR NEW.kind <> OLD.kind OR NEW.who <> OLD.who OR NEW.at <> OLD.at OR NEW.reason <> OLD.reason
OR NEW.other <> OLD.other OR (OLD.state = 'sah' AND (NEW.state <> 'ditolak' OR OLD.kind <> 'cocok')) BEGIN
	SELECT RAISE (ABORT, 'explanation_stays');
END;
-- What only a file says is acknowledged by two.
CREATE TRIGGER explanation_of_a_file BEFORE INSERT ON explanation WHEN NEW.kind = 'akui' AND NEW.state = 'sah' BEGIN
	SELECT RAISE (ABORT, 'explanation_two_people') WHERE NOT EXISTS (
		SELECT 1 FROM statement s LEFT JOIN statement_source o ON o.id = s.source
		WHERE s.bank = NEW.bank AND s.key = NEW.key AND (o.kind IN ('laporan', 'status') OR s.confirmed IS NOT NULL));
END;

-- The account that money came into, or went out of. Of what stands here it is that of the filing's virtual account.
DROP TRIGGER payment_settled_once;
ALTER TABLE payment ADD COLUMN bank TEXT NOT NULL DEFAULT '';
UPDATE payment SET bank = ifnull((SELECT v.bank FROM va v WHERE v.trx = payment.trx), '');
CREATE TRIGGER payment_settled_once BEFORE UPDATE ON payment WHEN OLD.settled IS NOT NULL OR OLD.suspense = 0
OR NEW.id <> OLD.id OR NEW.amount <> OLD.amount OR NEW.at <> OLD.at OR NEW.arrived IS NOT OLD.arrived OR NEW.bank <> OLD.bank BEGIN
	SELECT RAISE (ABORT, 'payment_settled_once');
END;
DROP TRIGGER journal_line_change;
ALTER TABLE journal_line ADD COLUMN bank TEXT NOT NULL DEFAULT '';
UPDATE journal_line SET bank = ifnull((SELECT v.bank FROM journal_entry e JOIN va v ON v.filing = e.filing
	WHERE e.number = journal_line.entry ORDER BY v.round LIMIT 1), '') WHERE account = 'bank';
UPDATE journal_line SET bank = (SELECT min(bank) FROM va)
WHERE account = 'bank' AND bank = '' AND (SELECT count(DISTINCT bank) FROM va) = 1;
UPDATE payment SET bank = (SELECT min(bank) FROM va) WHERE settled IS NULL AND suspense = 1 AND bank = ''
AND (SELECT count(DISTINCT bank) FROM va) = 1;
CREATE TRIGGER journal_line_change BEFORE UPDATE ON journal_line BEGIN
	SELECT RAISE (ABORT, 'journal_append_only');
END;
CREATE INDEX journal_line_bank ON journal_line (bank, amount) WHERE account = 'bank';

INSERT INTO account (key, name) VALUES
	('biaya_bank', 'Biaya administrasi bank'),
	('jasa_giro', 'Jasa giro');

PRAGMA user_version = 37;
