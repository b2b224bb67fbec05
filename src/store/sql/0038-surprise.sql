-- Closings state each account of the court at its bank, and the evidence of a difference; the chairman looks into the
-- books by surprise, which closes no day.
DROP TRIGGER journal_entry_born;
CREATE TABLE closing_anew (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	year INTEGER NOT NULL,
	serial INTEGER NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('hari', 'bulan', 'mendadak')),
	last INTEGER NOT NULL,  -- this day and all before it
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
INSERT INTO closing_anew (number, year, serial, kind, last, corrects, book, bank, cash, told, reason, who, at, known_by, known_at)
SELECT number, year, serial, kind, last, corrects, book, bank, cash, told, reason, who, at, known_by, known_at FROM closing;
DROP TABLE closing;
ALTER TABLE closing_anew RENAME TO closing;
CREATE UNIQUE INDEX closing_once ON closing (kind, last) WHERE corrects IS NULL AND kind <> 'mendadak';
CREATE INDEX closing_last ON closing (last) WHERE kind <> 'mendadak';
CREATE INDEX closing_unknown ON closing (number) WHERE known_by IS NULL;

CREATE TABLE closing_account (
	closing INTEGER NOT NULL REFERENCES closing (number),
	bank TEXT NOT NULL,
	book INTEGER NOT NULL,
	typed INTEGER,   -- as who closes read it on the bank's statement
	told INTEGER,    -- what the bank's lines known here make of the book
	stated INTEGER,  -- by the last statement known here that states its balance
	PRIMARY KEY (closing, bank)
) STRICT, WITHOUT ROWID;
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
CREATE TRIGGER closing_in_order BEFORE INSERT ON closing WHEN NEW.corrects IS NULL AND NEW.kind <> 'mendadak' BEGIN
	SELECT RAISE (ABORT, 'closing_stays')
	WHERE NEW.last <= (SELECT max(last) FROM closing WHERE (NEW.kind = 'hari' AND kind <> 'mendadak') OR kind = 'bulan');
END;
CREATE TRIGGER closing_corrects BEFORE INSERT ON closing WHEN NEW.corrects IS NOT NULL BEGIN
	SELECT RAISE (ABORT, 'closing_stays')
	WHERE NOT EXISTS (SELECT 1 FROM closing WHERE number = NEW.corrects AND kind = NEW.kind AND last = NEW.last);
END;
CREATE TRIGGER journal_entry_born BEFORE INSERT ON journal_entry BEGIN
	SELECT RAISE (ABORT, 'journal_append_only') WHERE NEW.sealed <> 0;
	SELECT RAISE (ABORT, 'journal_day_closed') WHERE NEW.posted <= (SELECT max(last) FROM closing WHERE kind <> 'mendadak');
END;

PRAGMA user_version = 38;
