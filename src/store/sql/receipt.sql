-- Kwitansi, by their number.

-- name: receipts_of_filing
SELECT r.entry, r.year, r.serial, r.kind = 'kembali', e.posted, l.amount, e.what, p.at, p.arrived, ifnull(p.reference, ''),
	coalesce(m.payee, o.payee, ''), ifnull(o.bank, ''), ifnull(o.account, ''), ifnull(o.reference, ''), '', '', ifnull(u.full_name, e.who)
FROM receipt r JOIN journal_entry e ON e.number = r.entry JOIN journal_line l ON l.entry = e.number AND l.amount > 0
LEFT JOIN payment p ON r.kind = 'terima' AND p.filing = e.filing AND e.at = ifnull(p.settled, p.arrived) AND p.suspense = 0
LEFT JOIN payout m ON m.payment = p.id AND m.kind = 'pindah' AND m.state = 'dikirim'
LEFT JOIN payout o ON r.kind = 'kembali' AND o.filing = e.filing AND o.number = e.payout
LEFT JOIN user u ON u.name = e.who
WHERE e.filing = :filing GROUP BY r.entry ORDER BY r.entry;
-- name: receipts_of_days
SELECT r.entry, r.year, r.serial, r.kind = 'kembali', e.posted, l.amount, e.what, NULL, NULL, '', ifnull(o.payee, ''),
	ifnull(o.bank, ''), ifnull(o.account, ''), ifnull(o.reference, ''), ifnull(n.number, ifnull(f.reg, '')), ifnull(f.title, ''),
	ifnull(u.full_name, e.who)
FROM receipt r JOIN journal_entry e ON e.number = r.entry JOIN journal_line l ON l.entry = e.number AND l.amount > 0
LEFT JOIN payout o ON r.kind = 'kembali' AND o.filing = e.filing AND o.number = e.payout
LEFT JOIN filing f ON f.id = e.filing LEFT JOIN case_number n ON n.filing = e.filing LEFT JOIN user u ON u.name = e.who
WHERE e.posted BETWEEN :first AND :last ORDER BY r.entry;
