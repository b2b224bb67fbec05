-- Registered post: letters that wait, those that were sent, a batch, and the numbers on their labels.

-- name: post_waiting
-- scan: along the partial index of open ones, no further than :most
SELECT s.filing, s.number, n.number, s.name, s.label, s.address, ifnull(p.village, ''), ifnull(p.phone, ''), s.bailiff,
	s.hearing, s.time, s.deadline, s.outcome, s.served, s.received, coalesce(nullif(l.resi, ''), s.resi), ifnull(l.carrier, ''),
	ifnull(l.product, ''), ifnull(l.zone, ''), ifnull(l.fee, 0), ifnull(l.batch, 0),
	EXISTS (SELECT 1 FROM summons r WHERE r.filing = s.filing AND r.party = s.party AND r.number > s.number AND r.dropped = 0)
FROM summons s LEFT JOIN case_number n ON n.filing = s.filing JOIN filing f ON f.id = s.filing
LEFT JOIN party p ON p.filing = f.seq AND p.row = s.party
LEFT JOIN letter l ON l.filing = s.filing AND l.number = s.number
WHERE s.outcome = '' AND s.dropped = 0 AND s.channel = 'surat_tercatat' ORDER BY s.deadline LIMIT :most;
-- name: post_sent
SELECT s.filing, s.number, n.number, s.name, s.label, s.address, ifnull(p.village, ''), ifnull(p.phone, ''), s.bailiff,
	s.hearing, s.time, s.deadline, s.outcome, s.served, s.received, coalesce(nullif(l.resi, ''), s.resi), ifnull(l.carrier, ''),
	ifnull(l.product, ''), ifnull(l.zone, ''), ifnull(l.fee, 0), ifnull(l.batch, 0),
	EXISTS (SELECT 1 FROM summons r WHERE r.filing = s.filing AND r.party = s.party AND r.number > s.number AND r.dropped = 0)
FROM summons s LEFT JOIN case_number n ON n.filing = s.filing JOIN filing f ON f.id = s.filing
LEFT JOIN party p ON p.filing = f.seq AND p.row = s.party
LEFT JOIN letter l ON l.filing = s.filing AND l.number = s.number
WHERE s.outcome <> '' AND s.served >= :from AND s.channel = 'surat_tercatat' ORDER BY s.served LIMIT :most;
-- name: post_of_batch
SELECT s.filing, s.number, n.number, s.name, s.label, s.address, ifnull(p.village, ''), ifnull(p.phone, ''), s.bailiff,
	s.hearing, s.time, s.deadline, s.outcome, s.served, s.received, coalesce(nullif(l.resi, ''), s.resi), ifnull(l.carrier, ''),
	ifnull(l.product, ''), ifnull(l.zone, ''), ifnull(l.fee, 0), ifnull(l.batch, 0),
	EXISTS (SELECT 1 FROM summons r WHERE r.filing = s.filing AND r.party = s.party AND r.number > s.number AND r.dropped = 0)
FROM letter l JOIN summons s ON s.filing = l.filing AND s.number = l.number LEFT JOIN case_number n ON n.filing = s.filing JOIN filing f ON f.id = s.filing
LEFT JOIN party p ON p.filing = f.seq AND p.row = s.party
WHERE l.batch = :batch ORDER BY n.sequence, s.number;
-- name: post_of_resi
SELECT s.filing, s.number, n.number, s.name, s.label, s.address, ifnull(p.village, ''), ifnull(p.phone, ''), s.bailiff,
	s.hearing, s.time, s.deadline, s.outcome, s.served, s.received, coalesce(nullif(l.resi, ''), s.resi), ifnull(l.carrier, ''),
	ifnull(l.product, ''), ifnull(l.zone, ''), ifnull(l.fee, 0), ifnull(l.batch, 0),
	EXISTS (SELECT 1 FROM summons r WHERE r.filing = s.filing AND r.party = s.party AND r.number > s.number AND r.dropped = 0)
FROM summons s LEFT JOIN case_number n ON n.filing = s.filing JOIN filing f ON f.id = s.filing
LEFT JOIN party p ON p.filing = f.seq AND p.row = s.party
LEFT JOIN letter l ON l.filing = s.filing AND l.number = s.number
WHERE s.resi = :resi AND s.resi <> '';
-- A label that is scanned for one letter, or was sent with one.
-- name: post_resi_holder
-- scan: of the few rows that two indexes found
SELECT n.number, s.name FROM (
	SELECT filing, number FROM letter WHERE resi = :resi AND resi <> ''
	UNION SELECT filing, number FROM summons WHERE resi = :resi AND resi <> '') AS h
JOIN summons s ON s.filing = h.filing AND s.number = h.number LEFT JOIN case_number n ON n.filing = h.filing
WHERE (h.filing, h.number) <> (:filing, :number);
-- name: letter_write
INSERT INTO letter (filing, number, carrier, product, resi, zone, fee, batch, who, at)
VALUES (:filing, :number, :carrier, :product, :resi, '', 0, NULL, :who, :at)
ON CONFLICT (filing, number) DO UPDATE SET carrier = excluded.carrier, product = excluded.product,
	resi = excluded.resi, who = excluded.who, at = excluded.at WHERE batch IS NULL;
-- name: letter_drop
UPDATE letter SET resi = '' WHERE filing = :filing AND number = :number AND batch IS NULL;
-- name: letter_choose
INSERT INTO letter (filing, number, carrier, product, resi, zone, fee, batch, who, at)
VALUES (:filing, :number, :carrier, :product, '', '', 0, NULL, :who, :at)
ON CONFLICT (filing, number) DO UPDATE SET carrier = excluded.carrier, product = excluded.product,
	who = excluded.who, at = excluded.at WHERE batch IS NULL;
-- name: letter_sent
UPDATE letter SET batch = :batch, zone = :zone, fee = :fee WHERE filing = :filing AND number = :number AND batch IS NULL;
-- name: post_batch_write
INSERT INTO post_batch (carrier, day, at, who) VALUES (:carrier, :day, :at, :who) RETURNING number;
-- name: post_batch_read
SELECT carrier, day, at, who FROM post_batch WHERE number = :batch;
-- name: post_batch_last
SELECT ifnull(max(number), 0) FROM post_batch;
