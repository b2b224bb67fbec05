-- The banks' lines against the journal.

-- Each line of a bank, with our payment where there is one, what somebody explained it with, and the day it was booked.
-- name: recon_bank
-- scan: what the banks told since a day; read for a person
SELECT s.bank, s.key, s.va, s.reference, s.amount, ifnull(s.at, s.seen), s.what,
	ifnull(o.kind, ''), ifnull(o.digest, ''), ifnull(o.name, ''), ifnull(ou.full_name, ifnull(o.who, '')), s.confirmed IS NOT NULL,
	(SELECT max(d.until) FROM statement_span d WHERE d.bank = s.bank AND d.kind = 'laporan' AND d.since <= s.at),
	p.id, p.filing, ifnull(f.reg, ''), ifnull(f.title, ''), ifnull(p.source IN ('notice', 'status'), 0),
	x.number, ifnull(x.kind, ''), ifnull(x.state, ''), x.entry, ifnull(x.other, ''), ifnull(x.reason, ''), ifnull(x.who, ''),
	ifnull(xu.full_name, ifnull(x.who, '')), ifnull(xd.full_name, ifnull(x.decided_by, '')),
	ifnull((SELECT e.posted FROM journal_entry e WHERE e.number = x.entry),
		(SELECT min(e.posted) FROM journal_entry e JOIN journal_line b ON b.entry = e.number AND b.account = 'bank' AND b.amount = p.amount
			WHERE (e.filing = p.filing OR e.filing IS NULL) AND e.at = p.arrived))
FROM statement s LEFT JOIN payment p ON s.amount > 0 AND p.id = ifnull(
	(SELECT x.id FROM payment x WHERE x.id IN (s.payment, 'R:' || s.key) AND x.amount = s.amount LIMIT 1),
	(SELECT x.id FROM payment x LEFT JOIN va v ON v.trx = x.trx
		WHERE x.reference = s.reference AND s.reference <> '' AND x.amount = s.amount
		AND (s.key = s.reference OR v.number = s.va) ORDER BY x.id LIMIT 1))
LEFT JOIN filing f ON f.id = p.filing
LEFT JOIN statement_source o ON o.id = s.source LEFT JOIN user ou ON ou.name = o.who
LEFT JOIN explanation x ON x.bank = s.bank AND x.key = s.key AND x.state <> 'ditolak' LEFT JOIN user xu ON xu.name = x.who
LEFT JOIN user xd ON xd.name = x.decided_by
WHERE ifnull(s.at, s.seen) >= :since AND ifnull(s.at, s.seen) < :until ORDER BY ifnull(s.at, s.seen), s.key;
-- Our payments within the reported time that the bank does not list.
-- name: recon_here
SELECT iif(p.bank = '', ifnull(v.bank, ''), p.bank), p.trx, p.reference, p.amount, p.at, '', p.id, p.filing, ifnull(f.reg, ''),
	ifnull(f.title, '')
FROM payment p LEFT JOIN va v ON v.trx = p.trx LEFT JOIN filing f ON f.id = p.filing
WHERE p.at >= :since AND p.at < :until
AND EXISTS (SELECT 1 FROM statement_span d WHERE d.bank = v.bank AND p.at >= d.since AND p.at < d.until)
AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.payment = p.id AND s.payment <> '' AND s.amount = p.amount)
AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.reference <> '' AND s.amount = p.amount
	AND s.reference IN (p.reference, substr(p.id, 3)))
ORDER BY p.at, p.id;
-- What the journal says went out and no line of the bank is, within the time of statements that list both sides.
-- name: recon_out
-- scan: what went out and no line explains; read for a person
SELECT l.bank, '', '', l.amount, e.posted * 86400000, e.what, '', e.filing, ifnull(f.reg, ''), ifnull(f.title, '')
FROM journal_line l JOIN journal_entry e ON e.number = l.entry LEFT JOIN filing f ON f.id = e.filing
WHERE l.account = 'bank' AND l.amount < 0 AND e.posted * 86400000 >= :since AND e.posted * 86400000 < :until
AND EXISTS (SELECT 1 FROM statement_source o WHERE o.sides = 2 AND l.bank IN (o.bank, '')
	AND e.posted * 86400000 >= o.since - 86400000 AND e.posted * 86400000 <= o.until)
AND NOT EXISTS (SELECT 1 FROM explanation x WHERE x.entry = e.number AND l.bank IN (x.bank, '') AND x.state <> 'ditolak')
ORDER BY e.number;
-- What went out of an account by the book since a day, or came back into it, and no line of the bank is known to be.
-- name: account_ahead
SELECT ifnull(sum(l.amount), 0) FROM journal_line l JOIN journal_entry e ON e.number = l.entry
WHERE l.account = 'bank' AND l.bank = :bank AND e.posted >= :first AND e.posted <= :last
AND (l.amount < 0 OR l.category = 'pengembalian'
	OR (SELECT count(*) FROM journal_line o WHERE o.entry = e.number AND o.account = 'bank') > 1)
AND NOT EXISTS (SELECT 1 FROM explanation x WHERE x.entry = e.number AND x.bank = l.bank AND x.state <> 'ditolak');
