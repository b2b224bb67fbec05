-- What a line at the bank is.

-- name: explanation_one
SELECT x.number, x.kind, x.state, x.entry, x.other, x.reason, x.who, ifnull(u.full_name, x.who),
	ifnull(d.full_name, x.decided_by)
FROM explanation x LEFT JOIN user u ON u.name = x.who LEFT JOIN user d ON d.name = x.decided_by
WHERE x.bank = :bank AND x.key = :key AND x.state <> 'ditolak';
-- name: explanation_write
INSERT INTO explanation (bank, key, kind, state, entry, other, reason, who, at)
VALUES (:bank, :key, :kind, :state, :entry, :other, :reason, :who, :at);
-- name: explanation_turn
UPDATE explanation SET state = :state, entry = ifnull(:entry, entry), decided_by = :who, decided_at = :at WHERE number = :number;
-- Entries that the line may be: of its amount and bank, not yet another line's; named where its reference stands in the
-- entry (a State's receipt, a transfer that came back), or the reference or instrument of the entry's payout in it. Of what came in only what the bank sent
-- back, and what came from another account of the court: other money in is a payment.
-- name: explanation_candidates
SELECT e.number, e.posted, e.what, ifnull(n.number, ifnull(f.reg, '')),
	(length(s.reference) >= 6 AND instr(e.what, s.reference) > 0) OR EXISTS (SELECT 1 FROM payout p WHERE p.filing IS e.filing AND p.amount = abs(l.amount)
		AND ((p.reference <> '' AND instr(e.what, p.reference) AND (instr(s.reference, p.reference) OR instr(s.what, p.reference)))
		OR (p.instrument <> '' AND instr(e.what, p.instrument)
			AND (instr(s.reference, p.instrument) OR instr(s.what, p.instrument))))) AS named
FROM statement s JOIN journal_line l ON l.account = 'bank' AND l.bank IN (s.bank, '') AND l.amount = s.amount
JOIN journal_entry e ON e.number = l.entry LEFT JOIN filing f ON f.id = e.filing LEFT JOIN case_number n ON n.filing = e.filing
WHERE s.bank = :bank AND s.key = :key AND e.posted BETWEEN :first AND :last
AND NOT EXISTS (SELECT 1 FROM explanation x WHERE x.entry = e.number AND (x.bank = s.bank OR l.bank = '') AND x.state <> 'ditolak')
AND (l.amount < 0 OR l.category = 'pengembalian'
	OR (SELECT count(*) FROM journal_line o WHERE o.entry = e.number AND o.account = 'bank') > 1)
ORDER BY named DESC, e.number;

-- Statements that state their balances, each with what the one before it leaves at its beginning.
-- name: sheets
-- scan: a row for each statement that was read
SELECT b.bank, b.name, b.since, b.until, b.opening, b.closing, b.total, (
	SELECT iif(a.until < b.since, a.closing, a.opening + ifnull((SELECT sum(s.amount) FROM statement s
		WHERE s.bank = a.bank AND s.at >= a.since AND s.at < b.since), 0))
	FROM statement_source a WHERE a.bank = b.bank AND a.opening IS NOT NULL
	AND (a.since < b.since OR (a.since = b.since AND a.id < b.id)) ORDER BY a.since DESC, a.id DESC LIMIT 1)
FROM statement_source b WHERE b.opening IS NOT NULL AND b.since IS NOT NULL ORDER BY b.bank, b.since, b.id;
-- The balance before an instant by the last statement of the month before it.
-- name: balance_told
SELECT iif(o.until < :end, o.closing, o.opening + ifnull((SELECT sum(s.amount) FROM statement s
	WHERE s.bank = o.bank AND s.at >= o.since AND s.at < :end), 0))
FROM statement_source o WHERE o.bank = :bank AND o.opening IS NOT NULL AND o.since < :end AND o.until >= :end - 2678400000
ORDER BY o.until DESC, o.id DESC LIMIT 1;
