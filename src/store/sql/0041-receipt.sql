-- Kwitansi: money that came in from a party, or went back, has a number of the year, one each, given with its entry.
CREATE TABLE receipt (
	entry INTEGER PRIMARY KEY NOT NULL REFERENCES journal_entry (number),
	year INTEGER NOT NULL,
	serial INTEGER NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('terima', 'kembali')),
	UNIQUE (year, serial)
) STRICT;
CREATE TRIGGER receipt_stays BEFORE DELETE ON receipt BEGIN
	SELECT RAISE (ABORT, 'receipt_stays');
END;
CREATE TRIGGER receipt_change BEFORE UPDATE ON receipt BEGIN
	SELECT RAISE (ABORT, 'receipt_stays');
END;
-- What a payment becomes, and what is transferred back; not what the bank returned of that.
CREATE VIEW receipt_due AS SELECT e.number, e.reverses, CAST(strftime('%Y', e.posted * 86400, 'unixepoch') AS INTEGER) AS year,
	CASE WHEN gave.account = 'panjar' AND gained.account IN ('bank', 'suspense') AND gave.category <> 'pengembalian' THEN 'terima'
	WHEN gave.account = 'bank' AND gained.account IN ('pengembalian', 'suspense') THEN 'kembali' END AS kind
FROM journal_entry e JOIN journal_line gave ON gave.entry = e.number AND gave.amount < 0
JOIN journal_line gained ON gained.entry = e.number AND gained.amount > 0;
INSERT INTO receipt (entry, year, serial, kind)
SELECT number, year, row_number() OVER (PARTITION BY year ORDER BY number), kind FROM receipt_due
WHERE kind IS NOT NULL AND reverses IS NULL ORDER BY number;
CREATE TRIGGER receipt_born AFTER UPDATE ON journal_entry WHEN NEW.sealed = 1 AND NEW.reverses IS NULL BEGIN
	INSERT INTO receipt (entry, year, serial, kind)
	SELECT d.number, d.year, 1 + ifnull((SELECT max(r.serial) FROM receipt r WHERE r.year = d.year), 0), d.kind
	FROM receipt_due d WHERE d.number = NEW.number AND d.kind IS NOT NULL;
END;

-- What was printed before was the kwitansi of the first payment.
UPDATE printed SET which = 1 WHERE paper = 'kwitansi' AND which = 0;

PRAGMA user_version = 41;
