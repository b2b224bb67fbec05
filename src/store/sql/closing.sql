-- Closings of days and months: berita acara, numbered by year.

-- name: closing_last
SELECT max(last) FROM closing WHERE kind IN ('hari', 'bulan');
-- name: closing_serial
SELECT ifnull(max(serial), 0) + 1 FROM closing WHERE year = :year;
-- name: closing_write
INSERT INTO closing (year, serial, kind, last, corrects, book, bank, cash, told, reason, evidence, who, at)
VALUES (:year, :serial, :kind, :last, :corrects, :book, :bank, :cash, :told, :reason, :evidence, :who, :at) RETURNING number;
-- name: closing_account_write
INSERT INTO closing_account (closing, bank, book, typed, told, stated) VALUES (:closing, :bank, :book, :typed, :told, :stated);
-- name: closing_accounts
SELECT bank, book, typed, told, stated FROM closing_account WHERE closing = :closing ORDER BY bank;
-- name: closing_known
UPDATE closing SET known_by = :who, known_at = :at WHERE number = :number;
-- The first is the one in force, once somebody has corrected it that one.
-- name: closing_one
SELECT c.number, c.year, c.serial, c.kind, c.last, ifnull(o.serial || '/' || o.year, ''), c.book, ifnull(c.bank, -1), c.cash,
	c.told, c.reason, c.evidence, ifnull(u.full_name, c.who), c.at, ifnull(k.full_name, ifnull(c.known_by, '')), c.known_at,
	ifnull((SELECT n.serial || '/' || n.year FROM closing n WHERE n.corrects = c.number), ''),
	ifnull((SELECT t.bank FROM opening t WHERE t.closing = c.number), '')
FROM closing c LEFT JOIN closing o ON o.number = c.corrects LEFT JOIN user u ON u.name = c.who
LEFT JOIN user k ON k.name = c.known_by
WHERE c.year = :year AND c.serial = :serial;
-- name: closing_of
SELECT serial || '/' || year FROM closing WHERE last = :last AND kind = :kind AND kind IN ('hari', 'bulan') ORDER BY number DESC LIMIT 1;
-- name: closings_read
-- scan: the last ones, newest first
SELECT c.number, c.year, c.serial, c.kind, c.last, ifnull(o.serial || '/' || o.year, ''), c.book, ifnull(c.bank, -1), c.cash,
	c.told, c.reason, c.evidence, ifnull(u.full_name, c.who), c.at, ifnull(k.full_name, ifnull(c.known_by, '')), c.known_at,
	ifnull((SELECT n.serial || '/' || n.year FROM closing n WHERE n.corrects = c.number), ''),
	ifnull((SELECT t.bank FROM opening t WHERE t.closing = c.number), '')
FROM closing c LEFT JOIN closing o ON o.number = c.corrects LEFT JOIN user u ON u.name = c.who
LEFT JOIN user k ON k.name = c.known_by
ORDER BY c.number DESC LIMIT :most;
