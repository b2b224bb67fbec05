-- A line at the bank may also be an expense of a case that is kept on paper, out of the balance that was taken over for it.
CREATE TABLE explanation_anew (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	bank TEXT NOT NULL,
	key TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('akui', 'cocok', 'biaya', 'giro', 'pindah', 'lama')),
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
INSERT INTO explanation_anew (number, bank, key, kind, state, entry, other, reason, who, at, decided_by, decided_at)
SELECT number, bank, key, kind, state, entry, other, reason, who, at, decided_by, decided_at FROM explanation;
DROP TABLE explanation;
ALTER TABLE explanation_anew RENAME TO explanation;
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

PRAGMA user_version = 48;
