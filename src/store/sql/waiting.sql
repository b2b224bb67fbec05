-- Work with money that waits: filing, case number, title, amount, since which day. Days of instants are those of the
-- court's zone (:offset, milliseconds).

-- name: waiting_approve
-- scan: rows that wait, looked at now and then by who supervises
SELECT ifnull(p.filing, ''), ifnull(n.number, ifnull(f.reg, p.payment)), p.payee, p.amount, (p.at + :offset) / 86400000
FROM payout p LEFT JOIN filing f ON f.id = p.filing LEFT JOIN case_number n ON n.filing = p.filing
WHERE p.state = 'menunggu' ORDER BY p.at;
-- name: waiting_send
-- scan: rows that wait, looked at now and then by who supervises
SELECT ifnull(p.filing, ''), ifnull(n.number, ifnull(f.reg, p.payment)), p.payee, p.amount, (p.at + :offset) / 86400000
FROM payout p LEFT JOIN filing f ON f.id = p.filing LEFT JOIN case_number n ON n.filing = p.filing
WHERE p.state = 'disetujui' ORDER BY p.at;
-- Cases that ended with money left, of which nobody was told and nothing is on its way out.
-- name: waiting_notice
-- scan: cases that ended, looked at now and then by who supervises
SELECT f.id, ifnull(n.number, f.reg), f.title, -sum(l.amount), f.ended
FROM filing f JOIN journal_entry e ON e.filing = f.id JOIN journal_line l ON l.entry = e.number AND l.account = 'panjar'
LEFT JOIN case_number n ON n.filing = f.id
WHERE f.ended IS NOT NULL AND NOT EXISTS (SELECT 1 FROM fill b WHERE b.filing = f.id AND b.step = 'sisa')
AND NOT EXISTS (SELECT 1 FROM payout p WHERE p.filing = f.id AND p.state IN ('menunggu', 'disetujui'))
GROUP BY f.id HAVING sum(l.amount) < 0 ORDER BY f.ended;
-- The same of those who were told, since the day they were.
-- name: waiting_collect
-- scan: cases that ended, looked at now and then by who supervises
SELECT f.id, ifnull(n.number, f.reg), f.title, -sum(l.amount),
	CAST(max(julianday(b.body ->> '$.tanggal') - 2440587.5, f.ended) AS INTEGER)
FROM filing f JOIN fill b ON b.filing = f.id AND b.step = 'sisa'
JOIN journal_entry e ON e.filing = f.id JOIN journal_line l ON l.entry = e.number AND l.account = 'panjar'
LEFT JOIN case_number n ON n.filing = f.id
WHERE f.ended IS NOT NULL GROUP BY f.id HAVING sum(l.amount) < 0 ORDER BY 5;
-- name: waiting_suspense
-- scan: the partial index holds just the rows that are wanted
SELECT ifnull(p.filing, ''), p.id, ifnull(f.title, ''), p.amount, (p.arrived + :offset) / 86400000
FROM payment p LEFT JOIN filing f ON f.id = p.filing
WHERE p.suspense = 1 AND p.settled IS NULL ORDER BY p.arrived;
-- Cases that go on and have less than the dearest of their calls cost.
-- name: waiting_short
-- scan: cases that go on, looked at now and then by who supervises
SELECT f.id, n.number, f.title, t.left, t.last FROM filing f JOIN case_number n ON n.filing = f.id
JOIN (SELECT e.filing, -sum(l.amount) AS left, max(e.posted) AS last FROM journal_entry e
	JOIN journal_line l ON l.entry = e.number AND l.account = 'panjar' GROUP BY e.filing) t ON t.filing = f.id
WHERE f.ended IS NULL AND n.number IS NOT NULL AND t.left < (SELECT max(c.cost) FROM (
	SELECT sum(amount) AS cost FROM summons_cost WHERE filing = f.id GROUP BY number) c)
ORDER BY t.last;
-- What the State is owed, since the first entry that the deposits so far do not cover.
-- name: waiting_state
-- scan: the entries of one account, looked at now and then by who supervises
SELECT '', '', '', sum(amount), min(iif(running > paid, posted, NULL)) FROM (
	SELECT e.posted, -l.amount AS amount,
		sum(max(-l.amount, 0)) OVER (ORDER BY e.posted, e.number) AS running,
		(SELECT ifnull(sum(amount), 0) FROM journal_line WHERE account = 'pnbp' AND amount > 0) AS paid
	FROM journal_entry e JOIN journal_line l ON l.entry = e.number AND l.account = 'pnbp')
HAVING sum(amount) > 0;
-- Months that are over by `:today` and not closed, since the day after their last.
-- name: waiting_close
-- scan: rows that wait, looked at now and then by who supervises
WITH RECURSIVE month (first) AS (
	SELECT date(ifnull((SELECT max(last) + 1 FROM closing WHERE kind = 'bulan'), (SELECT min(posted) FROM journal_entry)) * 86400,
		'unixepoch', 'start of month')
	UNION ALL SELECT date(first, '+1 month') FROM month WHERE date(first, '+1 month') < date(:today * 86400, 'unixepoch'))
SELECT '', substr(first, 1, 7), '', 0, CAST(julianday(first, '+1 month') - 2440587.5 AS INTEGER) FROM month
WHERE first IS NOT NULL AND date(first, '+1 month') <= date(:today * 86400, 'unixepoch') ORDER BY first;
-- name: waiting_know
-- scan: rows that wait, looked at now and then by who supervises
SELECT '', serial || '/' || year, '', book, (at + :offset) / 86400000 FROM closing WHERE known_by IS NULL ORDER BY number;
