-- Lists by pages: every order with every filter that must be fast is a statement with an index of its own.
-- A page goes on after the row :seq (by age) or after (:title_key, :seq) (by name). What narrows further,
-- kind, step or up to four beginnings of words (' nur'; '' for none), is looked at row by row only where an
-- index has made the rows few.

-- ---- all ----

-- name: list_all_up
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE seq > :seq
ORDER BY seq LIMIT :limit;
-- name: list_all_down
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE seq < :seq
ORDER BY seq DESC LIMIT :limit;
-- name: list_all_name_up
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE (title_key, seq) > (:title_key, :seq)
ORDER BY title_key, seq LIMIT :limit;
-- name: list_all_name_down
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE (title_key, seq) < (:title_key, :seq)
ORDER BY title_key DESC, seq DESC LIMIT :limit;

-- ---- those at a step ----

-- name: list_stage_up
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE stage = :stage AND stage_state <> 'done' AND seq > :seq AND (:type = '' OR type = :type)
	AND (:word1 = '' OR instr(' ' || words, :word1) AND instr(' ' || words, :word2)
		AND instr(' ' || words, :word3) AND instr(' ' || words, :word4))
ORDER BY seq LIMIT :limit;
-- name: list_stage_down
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE stage = :stage AND stage_state <> 'done' AND seq < :seq AND (:type = '' OR type = :type)
	AND (:word1 = '' OR instr(' ' || words, :word1) AND instr(' ' || words, :word2)
		AND instr(' ' || words, :word3) AND instr(' ' || words, :word4))
ORDER BY seq DESC LIMIT :limit;
-- name: list_stage_name_up
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE stage = :stage AND stage_state <> 'done' AND (title_key, seq) > (:title_key, :seq) AND (:type = '' OR type = :type)
	AND (:word1 = '' OR instr(' ' || words, :word1) AND instr(' ' || words, :word2)
		AND instr(' ' || words, :word3) AND instr(' ' || words, :word4))
ORDER BY title_key, seq LIMIT :limit;
-- name: list_stage_name_down
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE stage = :stage AND stage_state <> 'done' AND (title_key, seq) < (:title_key, :seq) AND (:type = '' OR type = :type)
	AND (:word1 = '' OR instr(' ' || words, :word1) AND instr(' ' || words, :word2)
		AND instr(' ' || words, :word3) AND instr(' ' || words, :word4))
ORDER BY title_key DESC, seq DESC LIMIT :limit;

-- ---- those of a case type ----

-- name: list_type_up
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE type = :type AND seq > :seq AND (:stage = 0 OR stage = :stage)
	AND (:word1 = '' OR instr(' ' || words, :word1) AND instr(' ' || words, :word2)
		AND instr(' ' || words, :word3) AND instr(' ' || words, :word4))
ORDER BY seq LIMIT :limit;
-- name: list_type_down
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE type = :type AND seq < :seq AND (:stage = 0 OR stage = :stage)
	AND (:word1 = '' OR instr(' ' || words, :word1) AND instr(' ' || words, :word2)
		AND instr(' ' || words, :word3) AND instr(' ' || words, :word4))
ORDER BY seq DESC LIMIT :limit;
-- name: list_type_name_up
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE type = :type AND (title_key, seq) > (:title_key, :seq) AND (:stage = 0 OR stage = :stage)
	AND (:word1 = '' OR instr(' ' || words, :word1) AND instr(' ' || words, :word2)
		AND instr(' ' || words, :word3) AND instr(' ' || words, :word4))
ORDER BY title_key, seq LIMIT :limit;
-- name: list_type_name_down
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE type = :type AND (title_key, seq) < (:title_key, :seq) AND (:stage = 0 OR stage = :stage)
	AND (:word1 = '' OR instr(' ' || words, :word1) AND instr(' ' || words, :word2)
		AND instr(' ' || words, :word3) AND instr(' ' || words, :word4))
ORDER BY title_key DESC, seq DESC LIMIT :limit;

-- ---- those with certain words, newest or oldest first; never by rank, which would read every hit ----

-- name: list_word_up
SELECT l.id, l.reg, l.number, l.title, l.type, l.stage, l.stage_state, l.stage_waits, l.stage_since
FROM filing_word w JOIN listed l ON l.seq = w.rowid
WHERE w.filing_word MATCH :match AND w.rowid > :seq AND (:type = '' OR l.type = :type) AND (:stage = 0 OR l.stage = :stage)
ORDER BY w.rowid LIMIT :limit;
-- name: list_word_down
SELECT l.id, l.reg, l.number, l.title, l.type, l.stage, l.stage_state, l.stage_waits, l.stage_since
FROM filing_word w JOIN listed l ON l.seq = w.rowid
WHERE w.filing_word MATCH :match AND w.rowid < :seq AND (:type = '' OR l.type = :type) AND (:stage = 0 OR l.stage = :stage)
ORDER BY w.rowid DESC LIMIT :limit;

-- ---- those found by a number: a text from :low up to, not with, :high ----

-- name: list_reg_up
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE reg >= :low AND reg < :high AND reg > :after AND (:type = '' OR type = :type) AND (:stage = 0 OR stage = :stage)
ORDER BY reg LIMIT :limit;
-- name: list_reg_down
SELECT id, reg, number, title, type, stage, stage_state, stage_waits, stage_since FROM listed
WHERE reg >= :low AND reg < :high AND reg < :after AND (:type = '' OR type = :type) AND (:stage = 0 OR stage = :stage)
ORDER BY reg DESC LIMIT :limit;
-- name: list_number_up
SELECT f.id, f.reg, n.number, f.title, f.type, f.stage, f.stage_state, f.stage_waits, f.stage_since
FROM case_number n JOIN filing f ON f.id = n.filing
WHERE n.number >= :low AND n.number < :high AND n.number > :after
	AND substr(replace(lower(n.number), '.', ''), 1, length(:case)) = :case
	AND (:type = '' OR f.type = :type) AND (:stage = 0 OR f.stage = :stage)
ORDER BY n.number LIMIT :limit;
-- name: list_number_down
SELECT f.id, f.reg, n.number, f.title, f.type, f.stage, f.stage_state, f.stage_waits, f.stage_since
FROM case_number n JOIN filing f ON f.id = n.filing
WHERE n.number >= :low AND n.number < :high AND n.number < :after
	AND substr(replace(lower(n.number), '.', ''), 1, length(:case)) = :case
	AND (:type = '' OR f.type = :type) AND (:stage = 0 OR f.stage = :stage)
ORDER BY n.number DESC LIMIT :limit;

-- Nine digits and more belong to few people or one virtual account; a filing that matches both is listed once.
-- name: list_digits_up
-- scan: of the filings just found
SELECT l.id, l.reg, l.number, l.title, l.type, l.stage, l.stage_state, l.stage_waits, l.stage_since
FROM (
	SELECT f.id AS filing FROM party p JOIN filing f ON f.seq = p.filing
	WHERE p.nik >= :low AND p.nik < :high AND p.nik <> '' AND f.id > :after
	UNION
	SELECT filing FROM va WHERE number >= :low AND number < :high AND number <> '' AND filing > :after
) h CROSS JOIN listed l ON l.id = h.filing
WHERE (:type = '' OR l.type = :type) AND (:stage = 0 OR l.stage = :stage)
ORDER BY h.filing LIMIT :limit;
-- name: list_digits_down
-- scan: of the filings just found
SELECT l.id, l.reg, l.number, l.title, l.type, l.stage, l.stage_state, l.stage_waits, l.stage_since
FROM (
	SELECT f.id AS filing FROM party p JOIN filing f ON f.seq = p.filing
	WHERE p.nik >= :low AND p.nik < :high AND p.nik <> '' AND f.id < :after
	UNION
	SELECT filing FROM va WHERE number >= :low AND number < :high AND number <> '' AND filing < :after
) h CROSS JOIN listed l ON l.id = h.filing
WHERE (:type = '' OR l.type = :type) AND (:stage = 0 OR l.stage = :stage)
ORDER BY h.filing DESC LIMIT :limit;

-- name: list_number_any
SELECT 1 FROM case_number WHERE number >= :low AND number < :high
	AND substr(replace(lower(number), '.', ''), 1, length(:case)) = :case LIMIT 1;

-- name: list_reg_any
SELECT 1 FROM filing WHERE reg >= :low AND reg < :high LIMIT 1;

-- name: list_after
SELECT seq, title_key, reg, number FROM listed WHERE id = :filing;

-- name: list_tally
-- scan: the tally has a row for each step and case type
SELECT ifnull(sum(n), 0), ifnull(sum(iif(stage = :stage, n, 0)), 0), ifnull(sum(iif(type = :type, n, 0)), 0),
	ifnull(sum(iif((:stage = 0 OR stage = :stage) AND (:type = '' OR type = :type), n, 0)), 0)
FROM tally;

-- How many filings have the words, counted no further than :most.
-- name: list_hits
-- scan: of the hits just found
SELECT count(*) FROM (SELECT rowid FROM filing_word WHERE filing_word MATCH :match LIMIT :most);
