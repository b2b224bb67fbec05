-- Closings are numbered berita acara: a day and a month once for ever, made by the panitera, known by the ketua. What was
-- wrong in one is said by a new one that names it.
CREATE TABLE closing (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	year INTEGER NOT NULL,
	serial INTEGER NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('hari', 'bulan')),
	last INTEGER NOT NULL,  -- this day and all before it
	corrects INTEGER UNIQUE REFERENCES closing (number),
	book INTEGER NOT NULL,
	bank INTEGER,           -- as the bank's own statement says; NULL: it was not asked
	cash INTEGER NOT NULL DEFAULT 0,
	told INTEGER,           -- what the bank's report known here makes of the book; NULL: it has not come so far
	reason TEXT NOT NULL,   -- of the difference
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	known_by TEXT,
	known_at INTEGER,
	UNIQUE (year, serial),
	CONSTRAINT closing_difference CHECK (bank IS NULL OR reason <> '' OR (bank + cash = book AND bank = ifnull(told, bank))),
	CONSTRAINT closing_known CHECK ((known_by IS NULL) = (known_at IS NULL) AND known_by IS NOT who)
) STRICT;
CREATE UNIQUE INDEX closing_once ON closing (kind, last) WHERE corrects IS NULL;
CREATE INDEX closing_last ON closing (last);
CREATE INDEX closing_unknown ON closing (number) WHERE known_by IS NULL;
INSERT INTO closing (year, serial, kind, last, book, bank, reason, who, at)
SELECT strftime('%Y', at / 1000, 'unixepoch'),
	row_number() OVER (PARTITION BY strftime('%Y', at / 1000, 'unixepoch') ORDER BY last),
	kind, last, book, bank, reason, who, at FROM closed ORDER BY last;

CREATE TRIGGER closing_stays BEFORE DELETE ON closing BEGIN
	SELECT RAISE (ABORT, 'closing_stays');
END;
CREATE TRIGGER closing_change BEFORE UPDATE ON closing WHEN OLD.known_by IS NOT NULL OR NEW.number <> OLD.number
OR NEW.year <> OLD.year OR NEW.serial <> OLD.serial OR NEW.kind <> OLD.kind OR NEW.last <> OLD.last
OR NEW.corrects IS NOT OLD.corrects OR NEW.book <> OLD.book OR NEW.bank IS NOT OLD.bank OR NEW.cash <> OLD.cash
OR NEW.told IS NOT OLD.told OR NEW.reason <> OLD.reason OR NEW.who <> OLD.who OR NEW.at <> OLD.at BEGIN
	SELECT RAISE (ABORT, 'closing_stays');
END;
-- Days in their order, months in theirs; a month may be closed after days behind it are.
CREATE TRIGGER closing_in_order BEFORE INSERT ON closing WHEN NEW.corrects IS NULL BEGIN
	SELECT RAISE (ABORT, 'closing_stays')
	WHERE NEW.last <= (SELECT max(last) FROM closing WHERE NEW.kind = 'hari' OR kind = 'bulan');
END;
CREATE TRIGGER closing_corrects BEFORE INSERT ON closing WHEN NEW.corrects IS NOT NULL BEGIN
	SELECT RAISE (ABORT, 'closing_stays')
	WHERE NOT EXISTS (SELECT 1 FROM closing WHERE number = NEW.corrects AND kind = NEW.kind AND last = NEW.last);
END;

DROP TRIGGER journal_entry_born;
CREATE TRIGGER journal_entry_born BEFORE INSERT ON journal_entry BEGIN
	SELECT RAISE (ABORT, 'journal_append_only') WHERE NEW.sealed <> 0;
	SELECT RAISE (ABORT, 'journal_day_closed') WHERE NEW.posted <= (SELECT max(last) FROM closing);
END;
DROP TABLE closed;

PRAGMA user_version = 28;
