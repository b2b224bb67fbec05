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
-- Lines at the banks that are no payment and that nobody explained.
-- name: waiting_line
-- scan: what the banks told, looked at now and then by who supervises
SELECT '', s.bank || ' ' || s.key, iif(s.what = '', s.va, s.what), s.amount, (ifnull(s.at, s.seen) + :offset) / 86400000
FROM statement s WHERE NOT EXISTS (SELECT 1 FROM explanation x WHERE x.bank = s.bank AND x.key = s.key AND x.state = 'sah')
AND (s.amount < 0 OR NOT EXISTS (SELECT 1 FROM payment p WHERE p.amount = s.amount
	AND (p.id IN (s.payment, 'R:' || s.key) OR (p.reference = s.reference AND s.reference <> ''))))
ORDER BY 5;
-- Explanations that wait for the panitera.
-- name: waiting_explain
-- scan: rows that wait, looked at now and then by who supervises
SELECT '', x.bank || ' ' || x.key, x.reason, s.amount, (x.at + :offset) / 86400000
FROM explanation x JOIN statement s ON s.bank = x.bank AND s.key = x.key WHERE x.state = 'menunggu' ORDER BY x.at;
-- Quarters of the last year that are over by `:today` and into which nobody looked by surprise, since the day after them.
-- name: waiting_surprise
-- scan: the first entry, and the few closings, looked at now and then by who supervises
WITH RECURSIVE quarter (first) AS (
	SELECT max(date(min(posted) * 86400, 'unixepoch', 'start of year'), date(:today * 86400, 'unixepoch', 'start of year', '-1 year'))
	FROM journal_entry
	UNION ALL SELECT date(first, '+3 months') FROM quarter WHERE date(first, '+6 months') <= date(:today * 86400, 'unixepoch'))
SELECT '', ((strftime('%m', first) + 2) / 3) || '/' || strftime('%Y', first), '', 0,
	CAST(julianday(first, '+3 months') - 2440587.5 AS INTEGER) AS over
FROM quarter WHERE first IS NOT NULL AND date(first, '+3 months') <= date(:today * 86400, 'unixepoch')
AND CAST(julianday(first, '+3 months') - 2440587.5 AS INTEGER) > (SELECT min(posted) FROM journal_entry)
AND NOT EXISTS (SELECT 1 FROM closing WHERE kind = 'mendadak' AND last >= CAST(julianday(quarter.first) - 2440587.5 AS INTEGER)
	AND last < CAST(julianday(quarter.first, '+3 months') - 2440587.5 AS INTEGER))
ORDER BY first;
-- What others did to accounts, and what changed in the files that money hangs on, in the last `:days`; not what was set up
-- before the first filing.
-- name: waiting_changed
-- scan: from the newest end of two short histories, looked at now and then by who supervises
SELECT '', 'akun ' || user, what || iif(became = '', '', ' ' || became) || ', ' || who, 0, (at + :offset) / 86400000 AS day FROM user_log
WHERE (at + :offset) / 86400000 > :today - :days AND who NOT IN ('', user) AND what <> 'dikunci'
AND at > (SELECT min(opened) FROM filing)
UNION ALL
SELECT '', name, '-' || gone || ' +' || come || ', ' || who, 0, (at + :offset) / 86400000 AS day FROM data_change
WHERE (at + :offset) / 86400000 > :today - :days AND at > (SELECT min(opened) FROM filing)
AND (name GLOB '*rights.xml' OR name GLOB '*court.xml' OR name GLOB '*limits.xml' OR name GLOB '*lists.xml' OR name GLOB '*fees/*'
	OR name GLOB '*banks/*' OR name GLOB '*mutasi/*')
ORDER BY day;
