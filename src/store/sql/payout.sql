-- Money on its way out, by its number within the filing.

-- name: payout_write
INSERT INTO payout (filing, number, kind, state, what, component, category, instrument, payment, amount, day, payee, bank,
	account, basis, who, decided_by, reference, said, reversed, at)
VALUES (:filing, :number, :kind, :state, :what, :component, :category, :instrument, :payment, :amount, :day, :payee, :bank,
	:account, :basis, :who, :decided_by, :reference, :said, :reversed, :at)
ON CONFLICT (filing, number) DO UPDATE SET state = excluded.state, decided_by = excluded.decided_by,
	reference = excluded.reference, said = excluded.said, reversed = excluded.reversed;
-- name: filing_payouts
SELECT number, kind, state, what, component, category, instrument, payment, amount, day, payee, bank, account, basis, who,
	decided_by, reference, said, reversed FROM payout WHERE filing = :filing ORDER BY number;

-- Of money for an unknown account, which has no filing: by its own id.
-- name: stray_payout_write
INSERT INTO payout (filing, number, kind, state, what, component, category, instrument, payment, amount, payee, bank,
	account, basis, who, decided_by, reference, said, at)
VALUES (NULL, 0, 'titipan', 'menunggu', :what, '', '', '', :payment, :amount, :payee, :bank, :account, :basis, :who, '',
	'', '', :at);
-- name: stray_payout_turn
UPDATE payout SET state = :state, decided_by = :decided_by, reference = :reference, said = :said
WHERE filing IS NULL AND payment = :payment AND state IN ('menunggu', 'disetujui');
-- name: payout_of_payment
SELECT number, kind, state, what, component, category, instrument, payment, amount, day, payee, bank, account, basis, who,
	decided_by, reference, said, reversed, ifnull(filing, '') FROM payout WHERE payment = :payment AND state IN ('menunggu', 'disetujui');
-- name: payouts_open
SELECT p.number, p.kind, p.state, p.what, p.component, p.category, p.instrument, p.payment, p.amount, p.day, p.payee, p.bank,
	p.account, p.basis, ifnull(u.full_name, p.who), p.decided_by, p.reference, p.said, p.reversed, ifnull(p.filing, ''), p.at,
	ifnull(n.number, ifnull(f.reg, '')), ifnull(f.title, '')
FROM payout p LEFT JOIN filing f ON f.id = p.filing LEFT JOIN case_number n ON n.filing = p.filing
LEFT JOIN user u ON u.name = p.who
WHERE p.state IN ('menunggu', 'disetujui') ORDER BY p.state DESC, p.at LIMIT :most;
-- name: payouts_between
-- scan: a month of an inspector's pack
SELECT p.number, p.kind, p.state, p.what, p.component, p.category, p.instrument, p.payment, p.amount, p.day, p.payee, p.bank,
	p.account, p.basis, ifnull(u.full_name, p.who), ifnull(d.full_name, ifnull(p.decided_by, '')), p.reference, p.said, p.reversed,
	ifnull(p.filing, ''), p.at, ifnull(n.number, ifnull(f.reg, '')), ifnull(f.title, '')
FROM payout p LEFT JOIN filing f ON f.id = p.filing LEFT JOIN case_number n ON n.filing = p.filing
LEFT JOIN user u ON u.name = p.who LEFT JOIN user d ON d.name = p.decided_by
WHERE p.at >= :from AND p.at < :to ORDER BY p.at, p.filing, p.number;
