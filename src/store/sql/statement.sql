-- Payments as the banks report them, compared with ours.

-- name: statement_write
INSERT INTO statement (bank, key, payment, reference, va, trx, amount, at, seen, source, what)
VALUES (:bank, :key, :payment, :reference, :va, :trx, :amount, :at, :now, :source, :what);
-- Lines that may be the payment told now; each of the two indexes is asked by itself.
-- name: statement_near
SELECT s.key, s.payment, s.va, s.amount, s.at, ifnull(o.kind <> 'berkas', 0) OR s.confirmed IS NOT NULL,
	EXISTS (SELECT 1 FROM explanation x WHERE x.bank = s.bank AND x.key = s.key AND x.state <> 'ditolak')
FROM statement s LEFT JOIN statement_source o ON o.id = s.source WHERE s.bank = :bank AND s.key IN (
	SELECT key FROM statement WHERE bank = :bank AND reference = :reference AND reference <> ''
	UNION SELECT key FROM statement WHERE bank = :bank AND payment = :payment AND payment <> '')
ORDER BY s.key;
-- name: statement_complete
UPDATE statement SET payment = iif(payment = '', :payment, payment), va = iif(va = '', :va, va),
	trx = iif(trx = '', :trx, trx), at = coalesce(at, :at), confirmed = iif(:own, ifnull(confirmed, :source), confirmed)
WHERE bank = :bank AND key = :key;
-- name: statement_replace
UPDATE statement SET payment = iif(:payment = '', payment, :payment), va = iif(:va = '', va, :va),
	trx = iif(:trx = '', trx, :trx), at = coalesce(:at, at), amount = :amount, source = :source
WHERE bank = :bank AND key = :key;
-- name: statement_span_write
INSERT INTO statement_span (bank, kind, since, until, seen) VALUES (:bank, :kind, :since, :until, :now)
ON CONFLICT (bank, kind, since) DO UPDATE SET until = max(until, excluded.until), seen = excluded.seen;
-- Until when the bank's payments are told; own: by its own report.
-- name: statement_told
SELECT max(until) FROM statement_span WHERE bank = :bank AND (NOT :own OR kind <> 'berkas');

-- name: source_one
SELECT id FROM statement_source WHERE bank = :bank AND kind = :kind AND digest = :digest;
-- name: source_write
INSERT INTO statement_source (bank, kind, digest, name, who, at, since, until, opening, closing, total, sides)
VALUES (:bank, :kind, :digest, :name, :who, :at, :since, :until, :opening, :closing, :total, :sides);

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
SELECT s.payment, s.reference, s.va, s.trx, s.amount, s.at, s.what, ifnull(o.kind <> 'berkas', 0) OR s.confirmed IS NOT NULL
FROM statement s LEFT JOIN statement_source o ON o.id = s.source WHERE s.bank = :bank AND s.key = :key;
