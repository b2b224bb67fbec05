-- An entry that takes back another names it, once; and an entry names the expense it books.
ALTER TABLE journal_entry ADD COLUMN payout INTEGER;  -- number within the filing; NULL: none
ALTER TABLE journal_entry ADD COLUMN reverses INTEGER REFERENCES journal_entry (number);
CREATE UNIQUE INDEX journal_reverses ON journal_entry (reverses) WHERE reverses IS NOT NULL;

DROP TRIGGER journal_seal;
UPDATE journal_entry SET payout = (SELECT p.number FROM payout p WHERE p.filing = journal_entry.filing AND p.kind = 'keluar'
	AND p.state = 'dikirim' AND (journal_entry.what = p.what OR journal_entry.what LIKE p.what || ', tanggal %'));
CREATE TRIGGER journal_seal BEFORE UPDATE ON journal_entry BEGIN
	SELECT RAISE (ABORT, 'journal_append_only')
	WHERE OLD.sealed = 1 OR NEW.sealed = 0 OR NEW.number <> OLD.number OR NEW.filing IS NOT OLD.filing
	OR NEW.posted <> OLD.posted OR NEW.what <> OLD.what OR NEW.who <> OLD.who OR NEW.at <> OLD.at
	OR NEW.payout IS NOT OLD.payout OR NEW.reverses IS NOT OLD.reverses;
	SELECT RAISE (ABORT, 'journal_sums_to_zero')
	WHERE (SELECT count(*) < 2 OR sum(amount) <> 0 FROM journal_line WHERE entry = OLD.number);
	-- What a party paid in advance can be used up, never more than that.
	SELECT RAISE (ABORT, 'panjar_not_below_zero')
	WHERE EXISTS (SELECT 1 FROM journal_line WHERE entry = OLD.number AND amount > 0
			AND account IN ('panjar', 'pengembalian'))
	AND EXISTS (SELECT 1 FROM journal_entry e JOIN journal_line l ON l.entry = e.number
		WHERE e.filing = OLD.filing AND l.account IN ('panjar', 'pengembalian')
		GROUP BY l.account HAVING sum(l.amount) > 0);
	-- What takes an entry back is its mirror, in the same case.
	SELECT RAISE (ABORT, 'journal_mirror') WHERE OLD.reverses IS NOT NULL AND (
		EXISTS (SELECT 1 FROM journal_entry r WHERE r.number = OLD.reverses
			AND (r.reverses IS NOT NULL OR r.filing IS NOT OLD.filing))
		OR EXISTS (SELECT 1 FROM journal_line WHERE entry IN (OLD.number, OLD.reverses)
			GROUP BY account, category HAVING sum(amount) <> 0));
END;

-- An expense whose entry was taken back uses nothing of the e-SKUM, and its instrument is free.
ALTER TABLE payout ADD COLUMN reversed INTEGER NOT NULL DEFAULT 0 CHECK (reversed IN (0, 1));
DROP INDEX payout_instrument;
CREATE UNIQUE INDEX payout_instrument ON payout (instrument) WHERE instrument <> '' AND state <> 'ditolak' AND reversed = 0;
CREATE TRIGGER payout_reversed BEFORE UPDATE ON payout WHEN OLD.reversed = 1 OR (NEW.reversed = 1 AND OLD.state <> 'dikirim')
BEGIN
	SELECT RAISE (ABORT, 'payout_stays');
END;

PRAGMA user_version = 39;
