-- Money as the kasir looks at it: suspense, the page of a case, closed days, and the bank's own word.

-- Money becomes the settling filing's; given back it stays where it was.
-- name: payment_settle
UPDATE payment SET filing = :filing, suspense = (:outcome = 'kembali'), settled = :at, outcome = :outcome,
	reason = :reason, settled_by = :who
WHERE id = :id AND amount = :amount AND suspense = 1 AND settled IS NULL RETURNING 1;
-- The same where no filing has to do with it.
-- name: payment_return
UPDATE payment SET settled = :at, outcome = 'kembali', reason = :reason, settled_by = :who
WHERE id = :id AND filing IS NULL AND suspense = 1 AND settled IS NULL RETURNING amount;
-- name: payment_stray
INSERT INTO payment (id, filing, trx, amount, at, channel, reference, source, suspense, note)
VALUES (:id, NULL, :va, :amount, :at, :channel, :reference, :source, 1, :note)
ON CONFLICT (id) DO NOTHING RETURNING 1;
-- name: suspense_open
-- scan: the partial index holds just the rows that are wanted
SELECT p.id, p.filing, p.trx, p.amount, p.at, p.channel, p.reference, p.note, ifnull(f.reg, ''), ifnull(f.title, '')
FROM payment p LEFT JOIN filing f ON f.id = p.filing
WHERE p.suspense = 1 AND p.settled IS NULL ORDER BY p.at, p.id LIMIT :most;
-- name: suspense_one
SELECT p.id, p.filing, p.trx, p.amount, p.at, p.channel, p.reference, p.note, ifnull(f.reg, ''), ifnull(f.title, '')
FROM payment p LEFT JOIN filing f ON f.id = p.filing
WHERE p.id = :id AND p.suspense = 1 AND p.settled IS NULL;

-- name: journal_page
SELECT e.number, e.posted, e.what, e.who, -sum(l.amount)
FROM journal_entry e JOIN journal_line l ON l.entry = e.number AND l.account = 'panjar'
WHERE e.filing = :filing GROUP BY e.number ORDER BY e.number;

-- name: account_balances
-- scan: the few accounts, and all entries up to a day: a closing adds the whole book up
SELECT a.key, a.name, ifnull((SELECT sum(l.amount) FROM journal_line l JOIN journal_entry e ON e.number = l.entry
	WHERE l.account = a.key AND e.posted <= :last), 0)
FROM account a ORDER BY a.key;
-- name: closed_last
SELECT ifnull(max(last), -1) FROM closed;
-- name: closed_write
INSERT INTO closed (last, kind, book, bank, reason, who, at)
VALUES (:last, :kind, :book, :bank, :reason, :who, :at)
ON CONFLICT (last) DO UPDATE SET kind = excluded.kind, book = excluded.book, bank = excluded.bank,
	reason = excluded.reason, who = excluded.who, at = excluded.at WHERE excluded.kind = 'bulan';

-- name: statement_write
INSERT INTO statement (bank, key, payment, reference, va, trx, amount, at, seen)
VALUES (:bank, :key, :payment, :reference, :va, :trx, :amount, :at, :now)
ON CONFLICT (bank, key) DO UPDATE SET payment = iif(excluded.payment = '', payment, excluded.payment),
	trx = iif(excluded.trx = '', trx, excluded.trx), at = coalesce(excluded.at, at);
-- name: statement_span_write
INSERT INTO statement_span (bank, since, until, seen) VALUES (:bank, :since, :until, :now)
ON CONFLICT (bank) DO UPDATE SET since = min(since, excluded.since), until = max(until, excluded.until),
	seen = excluded.seen;
-- name: statement_one
SELECT payment, reference, va, trx, amount, at FROM statement WHERE bank = :bank AND key = :key;

-- The bank's lines, each with what stands here of it.
-- name: recon_bank
-- scan: what the banks told since a day; read for a person
SELECT s.bank, s.key, s.va, s.reference, s.amount, ifnull(s.at, s.seen), p.id, p.filing, ifnull(f.reg, ''),
	ifnull(f.title, '')
FROM statement s LEFT JOIN payment p ON p.id = ifnull(
	(SELECT x.id FROM payment x WHERE x.id IN (s.payment, 'R:' || s.reference) LIMIT 1),
	(SELECT x.id FROM payment x WHERE x.reference = s.reference AND s.reference <> '' AND x.amount = s.amount
		ORDER BY x.id LIMIT 1))
LEFT JOIN filing f ON f.id = p.filing
WHERE ifnull(s.at, s.seen) >= :since ORDER BY ifnull(s.at, s.seen), s.key;
-- What stands here of the time a bank has told of, and the bank has not.
-- name: recon_here
SELECT ifnull(v.bank, ''), p.trx, p.reference, p.amount, p.at, p.id, p.filing, ifnull(f.reg, ''), ifnull(f.title, '')
FROM payment p LEFT JOIN va v ON v.trx = p.trx LEFT JOIN filing f ON f.id = p.filing
WHERE p.at >= :since
AND EXISTS (SELECT 1 FROM statement_span d WHERE d.bank = v.bank AND p.at >= d.since AND p.at < d.until)
AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.payment = p.id AND s.payment <> '')
AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.reference <> '' AND s.amount = p.amount
	AND s.reference IN (p.reference, substr(p.id, 3)))
ORDER BY p.at, p.id;

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
		WHERE l.account = 'panjar' AND l.amount < 0
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
