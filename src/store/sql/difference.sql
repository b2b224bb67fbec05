-- Entries that cannot be true, each named by its number: what, of which entry, its amount, what is told of it elsewhere.

-- Money that no bank told of: no notice, no answer to an inquiry, no line of a report.
-- name: differs_wire
-- scan: a check of everything, asked for by a person
SELECT 'pembayaran tanpa catatan bank', 'jurnal ' || ifnull((SELECT max(e.number) FROM journal_entry e
		WHERE e.filing IS p.filing AND e.at = p.arrived), '-') || ', ' || p.id, p.amount, 0
FROM payment p WHERE p.id NOT LIKE 'RETUR:%' AND p.source IN ('notice', 'status', 'report')
AND NOT EXISTS (SELECT 1 FROM notice t WHERE t.payment = p.id AND t.verdict <> 'no-such-va' AND p.source = 'notice')
AND NOT EXISTS (SELECT 1 FROM notice t WHERE t.payment = p.id AND p.filing IS NULL)
AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.payment = p.id AND s.payment <> '')
AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.reference <> '' AND s.reference IN (p.reference, substr(p.id, 3)) AND s.amount = p.amount)
AND NOT EXISTS (SELECT 1 FROM outbox o JOIN filing f ON f.id = p.filing WHERE o.filing = f.id AND o.receiver = 'bank'
	AND p.source = 'status' AND o.state = 'done');
-- Money out of an advance needs an instrument; the fee of registration and calls as they were ordered do not.
-- name: differs_instrument
-- scan: a check of everything, asked for by a person
SELECT 'pengeluaran tanpa instrumen', 'jurnal ' || e.number, l.amount, 0
FROM journal_line l JOIN journal_entry e ON e.number = l.entry
WHERE l.account = 'panjar' AND l.amount > 0 AND l.category NOT IN ('pengembalian', 'pnbp_pendaftaran')
AND NOT EXISTS (SELECT 1 FROM journal_line o WHERE o.entry = l.entry AND o.account IN ('negara', 'suspense', 'pengembalian'))
AND NOT EXISTS (SELECT 1 FROM payout p WHERE p.filing = e.filing AND p.instrument <> '' AND p.amount = l.amount
	AND p.state = 'dikirim' AND e.what LIKE p.what || '%')
AND NOT EXISTS (SELECT 1 FROM summons_cost c WHERE c.filing = e.filing AND c.amount = l.amount AND c.category = l.category)
AND NOT EXISTS (SELECT 1 FROM journal_line o WHERE o.entry = l.entry AND o.account NOT IN ('panjar', 'pnbp') AND o.account NOT LIKE 'bank%');
-- A closing and the ledger of its days; a look by surprise knew only what had been written by then.
-- name: differs_closing
-- scan: a check of everything, asked for by a person
SELECT 'penutupan dan buku', 'berita acara ' || c.serial || '/' || c.year, c.book, ifnull(t.sum, 0)
FROM closing c LEFT JOIN (SELECT k.number, sum(l.amount) AS sum FROM closing k JOIN journal_entry e ON e.posted <= k.last
	AND (k.kind <> 'mendadak' OR e.at <= k.at) JOIN journal_line l ON l.entry = e.number AND (l.account = 'bank' OR l.account LIKE 'bank%') GROUP BY k.number) t
	ON t.number = c.number
WHERE c.kind <> 'awal' AND c.book <> ifnull(t.sum, 0);
-- name: differs_opening
-- scan: a check of everything, asked for by a person
SELECT 'saldo awal dan jurnalnya', 'berita acara ' || c.serial || '/' || c.year, c.book, ifnull(sum(l.amount), 0)
FROM closing c LEFT JOIN opening o ON o.closing = c.number
LEFT JOIN journal_line l ON l.entry = o.entry AND l.account = 'bank' AND l.bank = o.bank
WHERE c.kind = 'awal' GROUP BY c.number HAVING c.book <> ifnull(sum(l.amount), 0);
-- name: differs_unproven
-- scan: a check of everything, asked for by a person
SELECT 'penutupan bulan tanpa rekening koran', 'berita acara ' || serial || '/' || year, book, 0
FROM closing WHERE kind = 'bulan' AND bank IS NULL;
-- Numbers and times run together.
-- name: differs_order
-- scan: a check of everything, asked for by a person
SELECT 'jurnal lebih tua daripada nomor sebelumnya', 'jurnal ' || number, 0, 0 FROM (
	SELECT number, at, max(at) OVER (ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM journal_entry)
WHERE at < before - :apart;
-- name: differs_before
-- scan: a check of everything, asked for by a person
SELECT 'pengeluaran sebelum panjar masuk', 'jurnal ' || e.number, l.amount, 0
FROM journal_line l JOIN journal_entry e ON e.number = l.entry WHERE l.account = 'panjar' AND l.amount > 0
AND e.posted < (SELECT min(i.posted) FROM journal_entry i JOIN journal_line k ON k.entry = i.number
	WHERE i.filing = e.filing AND k.account = 'panjar' AND k.amount < 0);
-- name: differs_case
-- scan: a check of everything, asked for by a person
SELECT 'pengeluaran sebelum perkara terdaftar', 'jurnal ' || e.number, l.amount, 0
FROM journal_line l JOIN journal_entry e ON e.number = l.entry JOIN case_number n ON n.filing = e.filing
WHERE l.account = 'panjar' AND l.amount > 0 AND e.posted < n.registered AND e.posted < (e.at + :offset) / 86400000;
-- name: differs_future
-- scan: a check of everything, asked for by a person
SELECT 'jurnal untuk hari yang belum tiba', 'jurnal ' || number, 0, 0 FROM journal_entry
WHERE posted > (at + :offset) / 86400000;
-- The fee of a registration is booked once.
-- name: differs_fee_twice
-- scan: a check of everything, asked for by a person
SELECT 'PNBP pendaftaran dibukukan lebih dari sekali', 'jurnal ' || max(e.number), sum(l.amount), min(l.amount)
FROM journal_line l JOIN journal_entry e ON e.number = l.entry
WHERE l.account = 'panjar' AND l.category = 'pnbp_pendaftaran'
GROUP BY e.filing HAVING sum(l.amount > 0) - sum(l.amount < 0) > 1;
