-- Payments as the banks report them, compared with ours.

-- name: statement_write
INSERT INTO statement (bank, key, payment, reference, va, trx, amount, at, seen)
VALUES (:bank, :key, :payment, :reference, :va, :trx, :amount, :at, :now);
-- Lines that may be the payment told now; each of the two indexes is asked by itself.
-- name: statement_near
SELECT key, payment, va, amount, at FROM statement WHERE bank = :bank AND key IN (
	SELECT key FROM statement WHERE bank = :bank AND reference = :reference AND reference <> ''
	UNION SELECT key FROM statement WHERE bank = :bank AND payment = :payment AND payment <> '')
ORDER BY key;
-- name: statement_complete
UPDATE statement SET payment = iif(payment = '', :payment, payment), va = iif(va = '', :va, va),
	trx = iif(trx = '', :trx, trx), at = coalesce(at, :at)
WHERE bank = :bank AND key = :key;
-- name: statement_replace
UPDATE statement SET payment = iif(:payment = '', payment, :payment), va = iif(:va = '', va, :va),
	trx = iif(:trx = '', trx, :trx), at = coalesce(:at, at), amount = :amount
WHERE bank = :bank AND key = :key;
-- name: statement_span_write
INSERT INTO statement_span (bank, since, until, seen) VALUES (:bank, :since, :until, :now)
ON CONFLICT (bank, since) DO UPDATE SET until = max(until, excluded.until), seen = excluded.seen;
-- Until when the bank has reported its payments.
-- name: statement_told
SELECT max(until) FROM statement_span WHERE bank = :bank;

-- name: statement_ask_write
INSERT INTO statement_ask (bank, first, last, next, who, at, state, tries, due, said)
VALUES (:bank, :first, :last, :first, :who, :at, 'asked', 0, :at, '')
ON CONFLICT (bank) DO UPDATE SET first = excluded.first, last = excluded.last, next = excluded.next, who = excluded.who, at = excluded.at,
	state = 'asked', tries = 0, due = excluded.due, said = '';
-- name: statement_ask_due
-- scan: a row for each bank of the court
SELECT bank, first, last, next, who, at, state, tries, due, said FROM statement_ask WHERE state = 'asked' AND due <= :now
ORDER BY due LIMIT 1;
-- name: statement_asks
-- scan: a row for each bank of the court
SELECT bank, first, last, next, who, at, state, tries, due, said FROM statement_ask ORDER BY bank;
-- What was asked again meanwhile is another asking.
-- name: statement_ask_turn
UPDATE statement_ask SET state = :state, next = :next, tries = :tries, due = :due, said = :said
WHERE bank = :bank AND at = :at AND state = 'asked';
-- name: statement_one
SELECT payment, reference, va, trx, amount, at FROM statement WHERE bank = :bank AND key = :key;

-- The bank's lines, each with our payment where there is one.
-- name: recon_bank
-- scan: what the banks told since a day; read for a person
SELECT s.bank, s.key, s.va, s.reference, s.amount, ifnull(s.at, s.seen), p.id, p.filing, ifnull(f.reg, ''),
	ifnull(f.title, '')
FROM statement s LEFT JOIN payment p ON p.id = ifnull(
	(SELECT x.id FROM payment x WHERE x.id IN (s.payment, 'R:' || s.key) LIMIT 1),
	(SELECT x.id FROM payment x LEFT JOIN va v ON v.trx = x.trx
		WHERE x.reference = s.reference AND s.reference <> '' AND x.amount = s.amount
		AND (s.key = s.reference OR v.number = s.va) ORDER BY x.id LIMIT 1))
LEFT JOIN filing f ON f.id = p.filing
WHERE ifnull(s.at, s.seen) >= :since AND ifnull(s.at, s.seen) < :until ORDER BY ifnull(s.at, s.seen), s.key;
-- Our payments within the reported time that the bank does not list.
-- name: recon_here
SELECT ifnull(v.bank, ''), p.trx, p.reference, p.amount, p.at, p.id, p.filing, ifnull(f.reg, ''), ifnull(f.title, '')
FROM payment p LEFT JOIN va v ON v.trx = p.trx LEFT JOIN filing f ON f.id = p.filing
WHERE p.at >= :since AND p.at < :until
AND EXISTS (SELECT 1 FROM statement_span d WHERE d.bank = v.bank AND p.at >= d.since AND p.at < d.until)
AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.payment = p.id AND s.payment <> '')
AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.reference <> '' AND s.amount = p.amount
	AND s.reference IN (p.reference, substr(p.id, 3)))
ORDER BY p.at, p.id;
