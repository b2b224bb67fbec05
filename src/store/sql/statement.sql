-- What the banks say was paid, and how it stands beside what is here.

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
