-- What an account of the court held before its first entry here is taken over by a berita acara of its own: from the book
-- on paper, once, before any other entry of that account; what was wrong in it is said by a new one.
INSERT INTO account (key, name) VALUES ('panjar_lama', 'Panjar perkara yang dimulai di atas kertas');

DROP TRIGGER journal_entry_born;
CREATE TABLE closing_anew (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	year INTEGER NOT NULL,
	serial INTEGER NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('hari', 'bulan', 'mendadak', 'awal')),
	last INTEGER NOT NULL,  -- this day and all before it; 'awal': at the end of this day
	corrects INTEGER UNIQUE REFERENCES closing_anew (number),
	book INTEGER NOT NULL,
	bank INTEGER,           -- as the banks' own statements say, together; NULL: they were not asked
	cash INTEGER NOT NULL DEFAULT 0,
	told INTEGER,           -- what the banks' lines known here make of the book; NULL: they do not go so far
	reason TEXT NOT NULL,   -- of the difference
	evidence TEXT NOT NULL DEFAULT '',
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	known_by TEXT,
	known_at INTEGER,
	UNIQUE (year, serial),
	CONSTRAINT closing_difference CHECK (bank IS NULL OR reason <> '' OR (bank + cash = book AND bank + cash = ifnull(told, bank + cash))),
	CONSTRAINT closing_known CHECK ((known_by IS NULL) = (known_at IS NULL) AND known_by IS NOT who)
) STRICT;
CREATE TABLE closing_account_anew (
	closing INTEGER NOT NULL REFERENCES closing_anew (number),
	bank TEXT NOT NULL,
	book INTEGER NOT NULL,
	typed INTEGER,   -- as who closes read it on the bank's statement
	told INTEGER,    -- what the bank's lines known here make of the book
	stated INTEGER,  -- by the last statement known here that states its balance
	PRIMARY KEY (closing, bank)
) STRICT, WITHOUT ROWID;
INSERT INTO closing_anew SELECT number, year, serial, kind, last, corrects, book, bank, cash, told, reason, evidence, who, at,
	known_by, known_at FROM closing;
INSERT INTO closing_account_anew SELECT closing, bank, book, typed, told, stated FROM closing_account;
DROP TABLE closing_account;
DROP TABLE closing;
ALTER TABLE closing_anew RENAME TO closing;
ALTER TABLE closing_account_anew RENAME TO closing_account;
CREATE UNIQUE INDEX closing_once ON closing (kind, last) WHERE corrects IS NULL AND kind IN ('hari', 'bulan');
CREATE INDEX closing_last ON closing (last) WHERE kind IN ('hari', 'bulan');
CREATE INDEX closing_unknown ON closing (number) WHERE known_by IS NULL;

-- The berita acara that take an account over, each with its entry; NULL: it had held nothing.
CREATE TABLE opening (
	closing INTEGER PRIMARY KEY NOT NULL REFERENCES closing (number),
	bank TEXT NOT NULL,
	entry INTEGER UNIQUE REFERENCES journal_entry (number)
) STRICT;
CREATE INDEX opening_bank ON opening (bank);
CREATE TRIGGER opening_first BEFORE INSERT ON opening
WHEN (SELECT corrects FROM closing WHERE number = NEW.closing) IS NULL BEGIN
	SELECT RAISE (ABORT, 'opening_first') WHERE EXISTS (SELECT 1 FROM journal_line
		WHERE account = 'bank' AND bank = NEW.bank AND entry IS NOT NEW.entry);
END;
CREATE TRIGGER opening_stays BEFORE DELETE ON opening BEGIN
	SELECT RAISE (ABORT, 'closing_stays');
END;
CREATE TRIGGER opening_change BEFORE UPDATE ON opening BEGIN
	SELECT RAISE (ABORT, 'closing_stays');
END;

CREATE TRIGGER closing_account_change BEFORE UPDATE ON closing_account BEGIN
	SELECT RAISE (ABORT, 'closing_stays');
END;
CREATE TRIGGER closing_account_stays BEFORE DELETE ON closing_account BEGIN
	SELECT RAISE (ABORT, 'closing_stays');
END;
CREATE TRIGGER closing_stays BEFORE DELETE ON closing BEGIN
	SELECT RAISE (ABORT, 'closing_stays');
END;
CREATE TRIGGER closing_change BEFORE UPDATE ON closing WHEN OLD.known_by IS NOT NULL OR NEW.number <> OLD.number
OR NEW.year <> OLD.year OR NEW.serial <> OLD.serial OR NEW.kind <> OLD.kind OR NEW.last <> OLD.last
OR NEW.corrects IS NOT OLD.corrects OR NEW.book <> OLD.book OR NEW.bank IS NOT OLD.bank OR NEW.cash <> OLD.cash
OR NEW.told IS NOT OLD.told OR NEW.reason <> OLD.reason OR NEW.evidence <> OLD.evidence OR NEW.who <> OLD.who
OR NEW.at <> OLD.at BEGIN
	SELECT RAISE (ABORT, 'closing_stays');
END;
CREATE TRIGGER closing_in_order BEFORE INSERT ON closing WHEN NEW.corrects IS NULL AND NEW.kind IN ('hari', 'bulan') BEGIN
	SELECT RAISE (ABORT, 'closing_stays')
	WHERE NEW.last <= (SELECT max(last) FROM closing WHERE (NEW.kind = 'hari' AND kind = 'hari') OR kind = 'bulan');
END;
CREATE TRIGGER closing_corrects BEFORE INSERT ON closing WHEN NEW.corrects IS NOT NULL BEGIN
	SELECT RAISE (ABORT, 'closing_stays')
	WHERE NOT EXISTS (SELECT 1 FROM closing WHERE number = NEW.corrects AND kind = NEW.kind AND last = NEW.last);
END;
CREATE TRIGGER journal_entry_born BEFORE INSERT ON journal_entry BEGIN
	SELECT RAISE (ABORT, 'journal_append_only') WHERE NEW.sealed <> 0;
	SELECT RAISE (ABORT, 'journal_day_closed') WHERE NEW.posted <= (SELECT max(last) FROM closing WHERE kind IN ('hari', 'bulan'));
END;

PRAGMA user_version = 42;
