-- Money for the State: handed over, received, paid in.

-- name: deposit_reach
SELECT ifnull((SELECT max(last_entry) FROM deposit WHERE account = :account), 0),
	ifnull((SELECT max(number) FROM journal_entry), 0);
-- Of cases, and what was taken over with an account: what is received for the treasurer belongs to neither.
-- name: deposit_kinds
SELECT l.category, -sum(l.amount) FROM journal_entry e JOIN journal_line l ON l.entry = e.number AND l.account = :account
WHERE e.number > :after AND e.number <= :last
AND (e.filing IS NOT NULL OR EXISTS (SELECT 1 FROM opening o WHERE o.entry IN (e.number, e.reverses)))
GROUP BY l.category HAVING sum(l.amount) <> 0 ORDER BY l.category;
-- name: deposit_serial
SELECT ifnull(max(serial), 0) + 1 FROM deposit WHERE year = :year;
-- name: deposit_write
INSERT INTO deposit (year, serial, account, after_entry, last_entry, amount, who, at)
VALUES (:year, :serial, :account, :after, :last, :amount, :who, :at);
-- name: deposit_receive
UPDATE deposit SET received_by = :who, received_at = :at WHERE number = :number;
-- name: deposit_pay
UPDATE deposit SET billing = :billing, ntpn = :ntpn, paid = :day, paid_by = :who WHERE number = :number;
-- name: deposits_read
-- scan: the last ones, newest first
SELECT d.number, d.year, d.serial, d.account, d.after_entry, d.last_entry, d.amount, d.who, ifnull(u.full_name, d.who), d.at,
	ifnull(d.received_by, ''), ifnull(r.full_name, ifnull(d.received_by, '')), d.received_at, ifnull(d.billing, ''),
	ifnull(d.ntpn, ''), d.paid, ifnull(p.full_name, ifnull(d.paid_by, ''))
FROM deposit d LEFT JOIN user u ON u.name = d.who LEFT JOIN user r ON r.name = d.received_by
LEFT JOIN user p ON p.name = d.paid_by
WHERE :serial = 0 OR (d.serial = :serial AND d.year = :year)
ORDER BY d.number DESC LIMIT :most;
