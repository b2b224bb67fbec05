-- Money as the kasir looks at it: suspense, the page of a case.

-- Money becomes the settling filing's; given back it stays where it was.
-- name: payment_settle
UPDATE payment SET filing = :filing, suspense = (:outcome = 'kembali'), settled = :at, outcome = :outcome,
	reason = :reason, settled_by = :who
WHERE id = :id AND amount = :amount AND suspense = 1 AND settled IS NULL RETURNING 1;
-- The same where no filing has to do with it.
-- name: payment_return
UPDATE payment SET settled = :at, outcome = 'kembali', reason = :reason, settled_by = :who
WHERE id = :id AND filing IS NULL AND suspense = 1 AND settled IS NULL RETURNING amount, bank;
-- name: payment_stray
INSERT INTO payment (id, filing, trx, amount, at, arrived, channel, reference, source, suspense, note, bank)
VALUES (:id, NULL, :va, :amount, :at, :arrived, :channel, :reference, :source, 1, :note, :bank)
ON CONFLICT (id) DO NOTHING RETURNING 1;
-- name: suspense_open
-- scan: the partial index holds just the rows that are wanted
SELECT p.id, p.filing, p.trx, p.amount, p.at, p.arrived, p.channel, p.reference, p.note, ifnull(f.reg, ''), ifnull(f.title, '')
FROM payment p LEFT JOIN filing f ON f.id = p.filing
WHERE p.suspense = 1 AND p.settled IS NULL ORDER BY p.at, p.id LIMIT :most;
-- name: suspense_one
SELECT p.id, p.filing, p.trx, p.amount, p.at, p.arrived, p.channel, p.reference, p.note, ifnull(f.reg, ''), ifnull(f.title, '')
FROM payment p LEFT JOIN filing f ON f.id = p.filing
WHERE p.id = :id AND p.suspense = 1 AND p.settled IS NULL;

-- name: journal_page
SELECT e.number, e.posted, e.what, e.who, -sum(l.amount), max(l.category), ifnull(e.reverses, 0),
	ifnull((SELECT r.number FROM journal_entry r WHERE r.reverses = e.number), 0)
FROM journal_entry e JOIN journal_line l ON l.entry = e.number AND l.account = 'panjar'
WHERE e.filing = :filing GROUP BY e.number ORDER BY e.number;

-- name: entry_one
SELECT e.number, e.what, ifnull(e.payout, 0), ifnull(e.reverses, 0),
	ifnull((SELECT r.number FROM journal_entry r WHERE r.reverses = e.number), 0),
	EXISTS (SELECT 1 FROM deposit d JOIN journal_line h ON h.account = d.account
		WHERE h.entry = e.number AND d.last_entry >= e.number), l.account, l.amount, l.category, l.bank
FROM journal_entry e JOIN journal_line l ON l.entry = e.number
WHERE e.number = :number AND e.filing = :filing ORDER BY l.line;

-- Books: each entry that changes some accounts, with its case. What is transferred back to a party leaves the court then.
-- name: book_of_days
-- scan: the entries of the days, asked for by a person
SELECT e.number, e.posted, e.at, e.what, e.who, ifnull(u.full_name, e.who), ifnull(n.number, ifnull(f.reg, '')),
	ifnull(f.title, ''), sum(l.amount) * :sign, max(iif(l.account = 'pengembalian', 'pengembalian', l.category)),
	ifnull(e.reverses, 0), ifnull((SELECT r.number FROM journal_entry r WHERE r.reverses = e.number), 0)
FROM journal_entry e JOIN journal_line l ON l.entry = e.number AND instr(:accounts, ' ' || l.account || ' ') > 0
LEFT JOIN filing f ON f.id = e.filing LEFT JOIN case_number n ON n.filing = e.filing LEFT JOIN user u ON u.name = e.who
WHERE e.posted BETWEEN :first AND :last
GROUP BY e.number HAVING sum(l.amount) <> 0 ORDER BY e.posted, e.number;
-- name: book_of_filing
SELECT e.number, e.posted, e.at, e.what, e.who, ifnull(u.full_name, e.who), '', '', sum(l.amount) * :sign,
	max(iif(l.account = 'pengembalian', 'pengembalian', l.category)),
	ifnull(e.reverses, 0), ifnull((SELECT r.number FROM journal_entry r WHERE r.reverses = e.number), 0)
FROM journal_entry e JOIN journal_line l ON l.entry = e.number AND instr(:accounts, ' ' || l.account || ' ') > 0
LEFT JOIN user u ON u.name = e.who
WHERE e.filing = :filing
GROUP BY e.number HAVING sum(l.amount) <> 0 ORDER BY e.posted, e.number;
-- name: book_before
SELECT ifnull(sum(l.amount), 0) * :sign FROM journal_entry e JOIN journal_line l ON l.entry = e.number
WHERE e.posted < :first AND instr(:accounts, ' ' || l.account || ' ') > 0;
-- name: ledger_lines
SELECT e.number, date(e.posted * 86400, 'unixepoch'), strftime('%Y-%m-%dT%H:%M:%SZ', e.at / 1000, 'unixepoch'),
	ifnull(n.number, ifnull(f.reg, '')), e.what, e.who, l.account, l.category, l.amount
FROM journal_entry e JOIN journal_line l ON l.entry = e.number LEFT JOIN filing f ON f.id = e.filing
LEFT JOIN case_number n ON n.filing = e.filing
WHERE e.posted BETWEEN :first AND :last ORDER BY e.number, l.line;
-- What stands behind an entry: the bank's reference of a payment or a transfer, the instrument of an expense.
-- name: book_proof
SELECT coalesce(
	(SELECT p.reference FROM payment p WHERE p.filing IS e.filing AND e.at IN (p.arrived, p.settled) AND p.reference <> '' LIMIT 1),
	(SELECT o.instrument FROM payout o WHERE o.filing = e.filing AND o.what = e.what AND o.instrument <> ''),
	(SELECT o.reference FROM payout o WHERE o.filing = e.filing AND o.reference <> '' AND instr(e.what, o.reference) > 0),
	(SELECT c.evidence FROM opening o JOIN closing c ON c.number = o.closing WHERE o.entry = e.number), '')
FROM journal_entry e WHERE e.number = :entry;

-- name: account_balances
-- scan: the few accounts, and all entries up to a day: a closing adds the whole book up
SELECT a.key, a.name, ifnull((SELECT sum(l.amount) FROM journal_line l JOIN journal_entry e ON e.number = l.entry
	WHERE l.account = a.key AND e.posted <= :last), 0)
FROM account a ORDER BY a.key;

-- The same of account "bank", at each bank; '' where it was not kept.
-- name: bank_balances
-- scan: all entries up to a day: a closing adds the whole book up
SELECT l.bank, sum(l.amount) FROM journal_line l JOIN journal_entry e ON e.number = l.entry
WHERE l.account = 'bank' AND e.posted <= :last GROUP BY l.bank ORDER BY l.bank;

-- Where invoice, payment and journal do not say the same: what, of whom, here, there.
-- name: differs_va
-- scan: a check of everything, asked for by a person
SELECT 'VA lunas dan pembayarannya', v.trx, v.amount, ifnull(sum(p.amount), 0)
FROM va v LEFT JOIN payment p ON p.trx = v.trx AND p.suspense = 0 AND p.outcome = '' WHERE v.state = 'paid'
GROUP BY v.trx HAVING v.amount <> ifnull(sum(p.amount), 0);
-- name: differs_panjar
-- scan: a check of everything, asked for by a person
SELECT 'panjar masuk menurut jurnal dan pembayaran', ifnull(f.reg, ''), sum(j), sum(b)
FROM (SELECT e.filing, -l.amount AS j, 0 AS b FROM journal_line l JOIN journal_entry e ON e.number = l.entry
		WHERE l.account = 'panjar' AND l.amount < 0 AND l.category <> 'pengembalian' AND e.reverses IS NULL
	UNION ALL SELECT filing, 0, amount FROM payment WHERE suspense = 0) t
LEFT JOIN filing f ON f.id = t.filing GROUP BY t.filing HAVING sum(j) <> sum(b);
-- name: differs_suspense
-- scan: a check of everything, asked for by a person
SELECT 'titipan menurut jurnal dan daftar', '', j, b FROM (SELECT
	(SELECT ifnull(-sum(amount), 0) FROM journal_line WHERE account = 'suspense') AS j,
	(SELECT ifnull(sum(amount), 0) FROM payment WHERE suspense = 1 AND settled IS NULL) AS b) WHERE j <> b;
-- name: differs_skum
-- scan: a check of everything, asked for by a person
SELECT 'jumlah e-SKUM dan rinciannya', k.number, k.total, ifnull(sum(l.amount), 0)
FROM skum k LEFT JOIN skum_line l ON l.filing = k.filing AND l.round = k.round
GROUP BY k.filing, k.round HAVING k.total <> ifnull(sum(l.amount), 0);
