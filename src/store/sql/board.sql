-- What the board, a filing's history and the bailiff's menu show.

-- name: board_stages
-- scan: the tally has a row for each step and case type
SELECT stage, sum(n) FROM tally GROUP BY stage;

-- Late ones are counted no further than a screen can say.
-- name: board_late
-- scan: of the rows just found in the index
SELECT count(*) FROM (SELECT 1 FROM filing WHERE stage = :stage AND stage_state <> 'done' AND stage_since < :before
	AND stage_waits NOT IN ('bank', 'sipp') LIMIT :most);
-- name: board_oldest
SELECT stage_since FROM filing WHERE stage = :stage AND stage_state <> 'done' ORDER BY stage_since LIMIT 1;

-- Steps of one kind that ended since a day began, hour by hour, and how many within their norm.
-- name: board_hours
SELECT (done - :from) / 3600000, count(*), sum(spent <= :norm) FROM step WHERE key = :key AND done >= :from AND done < :to
GROUP BY 1;

-- What a changed calendar, tariff or rule may touch. An id tells its time.
-- name: board_touched
SELECT filing FROM summons WHERE hearing >= :today
UNION SELECT id FROM filing WHERE stage <= :stage AND stage_state <> 'done'
	AND seq <= (SELECT seq FROM filing WHERE id < :before ORDER BY id DESC LIMIT 1);

-- Some hundred acts by a wrong clock do not make it the right one. Before there is a filing, the opening balances are what
-- was done.
-- name: board_newest
-- scan: of the 25 numbers looked at: the last, and each twentieth before it; of opening balances, one for each bank
WITH RECURSIVE looked(number) AS (SELECT max(number) FROM event UNION ALL SELECT number - 20 FROM looked LIMIT 25)
SELECT ifnull(max(e.at), (SELECT max(c.at) FROM opening o JOIN closing c ON c.number = o.closing))
FROM looked l JOIN event e ON e.number = l.number;

-- name: board_news
-- scan: the partial index from its newest end, no further than :most
SELECT e.at, e.news, f.title, e.detail, f.id
FROM event e CROSS JOIN filing f ON f.seq = e.filing WHERE e.news <> '' ORDER BY e.number DESC LIMIT :most;

-- name: history_read
SELECT e.at, e.who, e.step, e.act, e.text, ifnull((SELECT body FROM revision
		WHERE filing = r.filing AND form = r.form AND event < r.event ORDER BY event DESC LIMIT 1), iif(r.number, '{}', '')),
	ifnull(r.body, '')
FROM event e LEFT JOIN revision r ON r.filing = e.filing AND r.event = e.number
	AND r.number = (SELECT min(number) FROM revision WHERE filing = e.filing AND event = e.number)
WHERE e.filing = (SELECT seq FROM filing WHERE id = :filing) ORDER BY e.number DESC LIMIT :most;

-- What each form said when the filing came back last, in the order in which it was changed since.
-- name: mended_read
SELECT r.form, ifnull((SELECT body FROM revision
	WHERE filing = r.filing AND form = r.form AND event < r.event ORDER BY event DESC LIMIT 1), '{}')
FROM filing f JOIN revision r ON r.filing = f.seq
WHERE f.id = :filing AND r.event > (SELECT max(number) FROM event WHERE filing = f.seq AND news = 'kembali')
ORDER BY r.event;

-- ---- summonses: open ones by deadline, then those of the last days ----

-- name: bailiff_open
SELECT s.filing, s.number, n.number, s.name, s.label, s.area, s.channel, s.hearing, s.deadline, s.outcome,
	EXISTS (SELECT 1 FROM printed WHERE filing = s.filing AND which = s.number AND paper NOT IN ('amplop', 'instrumen')),
	s.bailiff, s.address, s.time, ifnull(p.village, '')
FROM summons s LEFT JOIN case_number n ON n.filing = s.filing JOIN filing f ON f.id = s.filing
LEFT JOIN party p ON p.filing = f.seq AND p.row = s.party
WHERE s.outcome = '' AND s.dropped = 0 AND s.bailiff = :bailiff ORDER BY s.deadline LIMIT :most;
-- name: bailiff_open_all
-- scan: along the partial index of open ones, no further than :most
SELECT s.filing, s.number, n.number, s.name, s.label, s.area, s.channel, s.hearing, s.deadline, s.outcome,
	EXISTS (SELECT 1 FROM printed WHERE filing = s.filing AND which = s.number AND paper NOT IN ('amplop', 'instrumen')),
	s.bailiff, s.address, s.time, ifnull(p.village, '')
FROM summons s LEFT JOIN case_number n ON n.filing = s.filing JOIN filing f ON f.id = s.filing
LEFT JOIN party p ON p.filing = f.seq AND p.row = s.party
WHERE s.outcome = '' AND s.dropped = 0 ORDER BY s.deadline LIMIT :most;
-- name: bailiff_served
SELECT s.filing, s.number, n.number, s.name, s.label, s.area, s.channel, s.hearing, s.deadline, s.outcome,
	EXISTS (SELECT 1 FROM printed WHERE filing = s.filing AND which = s.number AND paper NOT IN ('amplop', 'instrumen')),
	s.bailiff, s.address, s.time, ifnull(p.village, '')
FROM summons s LEFT JOIN case_number n ON n.filing = s.filing JOIN filing f ON f.id = s.filing
LEFT JOIN party p ON p.filing = f.seq AND p.row = s.party
WHERE s.outcome <> '' AND s.bailiff = :bailiff AND s.served >= :earliest
	AND (s.served >= :from OR (s.worth = :unproven AND s.dropped = 0 AND s.hearing >= :today)) ORDER BY s.served DESC LIMIT :most;
-- name: bailiff_served_all
SELECT s.filing, s.number, n.number, s.name, s.label, s.area, s.channel, s.hearing, s.deadline, s.outcome,
	EXISTS (SELECT 1 FROM printed WHERE filing = s.filing AND which = s.number AND paper NOT IN ('amplop', 'instrumen')),
	s.bailiff, s.address, s.time, ifnull(p.village, '')
FROM summons s LEFT JOIN case_number n ON n.filing = s.filing JOIN filing f ON f.id = s.filing
LEFT JOIN party p ON p.filing = f.seq AND p.row = s.party
WHERE s.outcome <> '' AND s.served >= :earliest
	AND (s.served >= :from OR (s.worth = :unproven AND s.dropped = 0 AND s.hearing >= :today)) ORDER BY s.served DESC LIMIT :most;

-- name: bailiff_load
SELECT count(*) FROM summons WHERE outcome = '' AND dropped = 0 AND bailiff = :bailiff;

-- Calls that were ordered in a period and go on or were carried out; and requests received in it.
-- name: work_done
SELECT bailiff, 0, ordered, deadline, hearing, served, recorded FROM summons
WHERE ordered BETWEEN :first AND :last AND dropped = 0;
-- name: work_requests
-- scan: of the requests, a few hundred a year
SELECT bailiff, 1, received, NULL, hearing, served, served FROM tabayun
WHERE received BETWEEN :first AND :last AND bailiff <> '';

-- Calls to somebody's door or letter box in a village.
-- name: place_calls
SELECT s.outcome, s.address, s.served FROM party p JOIN filing f ON f.seq = p.filing
JOIN summons s ON s.filing = f.id AND s.party = p.row
WHERE p.village = :village AND p.village <> '' AND s.outcome <> '' AND s.channel IN ('jurusita', 'surat_tercatat')
ORDER BY s.served DESC LIMIT :most;

-- name: printed_times
SELECT ifnull(max(copy), 0), min(at) FROM printed WHERE filing = :filing AND paper = :paper AND which = :which;
-- name: printed_write
INSERT INTO printed (filing, paper, which, copy, who, at) VALUES (:filing, :paper, :which, :copy, :who, :at);

-- Did that user do that act on the filing?
-- name: act_done_by
SELECT 1 FROM event WHERE filing = (SELECT seq FROM filing WHERE id = :filing) AND who = :who AND step || '.' || act = :act LIMIT 1;
