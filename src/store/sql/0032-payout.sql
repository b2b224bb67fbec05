-- Money on its way out: who prepared it, who approved it, to whom and to which account. Never one person for both, and an
-- instrument is used once.
CREATE TABLE payout (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	filing TEXT REFERENCES filing (id),  -- NULL: suspense of an unknown account
	number INTEGER NOT NULL,             -- within the filing, from 1
	kind TEXT NOT NULL CHECK (kind IN ('keluar', 'sisa', 'titipan', 'pindah')),
	state TEXT NOT NULL CHECK (state IN ('menunggu', 'disetujui', 'ditolak', 'dikirim', 'retur')),
	what TEXT NOT NULL,
	component TEXT NOT NULL,
	category TEXT NOT NULL,
	instrument TEXT NOT NULL,
	payment TEXT NOT NULL,
	amount INTEGER NOT NULL CONSTRAINT payout_amount CHECK (amount > 0),
	day INTEGER,
	payee TEXT NOT NULL,
	bank TEXT NOT NULL,
	account TEXT NOT NULL,
	basis TEXT NOT NULL,
	who TEXT NOT NULL,
	decided_by TEXT NOT NULL,
	reference TEXT NOT NULL,
	said TEXT NOT NULL,
	at INTEGER NOT NULL,
	UNIQUE (filing, number),
	CONSTRAINT payout_two_people CHECK (decided_by <> who),
	CONSTRAINT payout_two_people CHECK (decided_by <> '' OR state IN ('menunggu', 'ditolak'))
) STRICT;
CREATE UNIQUE INDEX payout_instrument ON payout (instrument) WHERE instrument <> '' AND state <> 'ditolak';
CREATE UNIQUE INDEX payout_payment ON payout (payment) WHERE payment <> '' AND state IN ('menunggu', 'disetujui');
CREATE INDEX payout_open ON payout (state, at) WHERE state IN ('menunggu', 'disetujui');
CREATE TRIGGER payout_stays BEFORE DELETE ON payout BEGIN
	SELECT RAISE (ABORT, 'payout_stays');
END;
CREATE TRIGGER payout_change BEFORE UPDATE ON payout WHEN OLD.state IN ('ditolak', 'retur') OR NEW.number <> OLD.number
OR NEW.filing IS NOT OLD.filing OR NEW.kind <> OLD.kind OR NEW.amount <> OLD.amount OR NEW.payee <> OLD.payee
OR NEW.bank <> OLD.bank OR NEW.account <> OLD.account OR NEW.who <> OLD.who OR NEW.payment <> OLD.payment
OR NEW.instrument <> OLD.instrument OR (OLD.decided_by <> '' AND NEW.decided_by <> OLD.decided_by) BEGIN
	SELECT RAISE (ABORT, 'payout_stays');
END;

-- What waited for the panitera before this was kept is prepared anew by the kasir; what he had approved is sent by it.
INSERT INTO payout (filing, number, kind, state, what, component, category, instrument, payment, amount, payee, bank, account,
	basis, who, decided_by, reference, said, at)
SELECT f.id, 1, 'sisa', 'disetujui', 'Sisa panjar', '', 'pengembalian', '', '', sum(-l.amount), ifnull(b.body ->> '$.nama', ''),
	ifnull(b.body ->> '$.bank', ''), ifnull(b.body ->> '$.rekening', ''), '', '', 'panitera', '', '', max(e.at)
FROM journal_entry e JOIN journal_line l ON l.entry = e.number AND l.account = 'pengembalian'
JOIN filing f ON f.id = e.filing LEFT JOIN fill b ON b.filing = f.id AND b.step = 'pengembalian'
GROUP BY f.id HAVING sum(-l.amount) > 0;

PRAGMA user_version = 32;
