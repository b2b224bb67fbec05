-- The SOP's records. Each figure is a range of an index; nothing is counted in advance.

-- Days :first to :last, and the same as instants :from up to, not with, :to. Waiting are those without a
-- case number when the last day ended; summoned are filings, not papers; panjar is
-- what the journal took in for a case in those days.
-- name: report_figures
-- scan: of the figures just counted
SELECT type, sum(received), sum(numbered), sum(returned), sum(waiting), sum(summoned), sum(panjar) FROM (
	SELECT type, count(*) AS received, 0 AS numbered, 0 AS returned, 0 AS waiting, 0 AS summoned, 0 AS panjar
	FROM filing WHERE counts_from BETWEEN :first AND :last GROUP BY type
	UNION ALL
	SELECT type, 0, count(*), 0, 0, 0, 0
	FROM filing WHERE registered BETWEEN :first AND :last GROUP BY type
	UNION ALL
	SELECT f.type, 0, 0, count(*), 0, 0, 0
	FROM verdict v JOIN filing f ON f.id = v.filing
	WHERE v.yes = 0 AND v.at >= :from AND v.at < :to GROUP BY f.type
	UNION ALL
	SELECT type, 0, 0, 0, count(*), 0, 0
	FROM filing WHERE registered IS NULL AND counts_from <= :last GROUP BY type
	UNION ALL
	SELECT f.type, 0, 0, 0, count(*), 0, 0
	FROM (VALUES (4), (16), (64), (256), (1024), (100000)) w CROSS JOIN filing f
		ON f.waited_within = w.column1 AND f.counts_from BETWEEN :last - w.column1 AND :last
	WHERE f.registered > :last GROUP BY f.type
	UNION ALL
	SELECT f.type, 0, 0, 0, 0, count(DISTINCT s.filing), 0
	FROM summons s JOIN filing f ON f.id = s.filing
	WHERE s.outcome <> '' AND s.served BETWEEN :first AND :last GROUP BY f.type
	UNION ALL
	SELECT f.type, 0, 0, 0, 0, 0, -sum(l.amount)
	FROM journal_entry e JOIN journal_line l ON l.entry = e.number JOIN filing f ON f.id = e.filing
	WHERE e.posted BETWEEN :first AND :last AND l.account = 'panjar' AND l.amount < 0 GROUP BY f.type
) GROUP BY type;

-- ---- the report of a closed month, as it was then ----

-- name: closed_figures
SELECT type, received, numbered, returned, waiting, summoned, panjar FROM closed_figure WHERE month = :month;
-- name: closed_figure_write
INSERT INTO closed_figure (month, type, received, numbered, returned, waiting, summoned, panjar)
VALUES (:month, :key, :n1, :n2, :n3, :n4, :n5, :n6);
-- name: closed_pace
SELECT norm, count, mean, median, p90, longest, within FROM closed_pace WHERE month = :month AND step = :step;
-- name: closed_pace_write
INSERT INTO closed_pace (month, step, norm, count, mean, median, p90, longest, within)
VALUES (:month, :key, :n1, :n2, :n3, :n4, :n5, :n6, :n7);
-- name: closed_months
SELECT max(month) FROM closed_pace;
-- name: first_counted
SELECT min(counts_from) FROM filing;

-- ---- minutes spent at a step that ended in the time ----

-- name: report_spent
SELECT count(*), ifnull(sum(spent), 0), ifnull(max(spent), 0), ifnull(sum(spent <= :norm), 0)
FROM step WHERE key = :key AND done >= :from AND done < :to;
-- name: report_spent_each
SELECT spent FROM step WHERE key = :key AND done >= :from AND done < :to ORDER BY spent;

-- ---- minutes from a return to the first thing done about it at the step it went back to ----

-- name: report_mended
-- scan: the returns just found
SELECT count(*), ifnull(sum(spent), 0), ifnull(max(spent), 0), 0 FROM (
	SELECT min(e.at) - v.at AS spent FROM verdict v JOIN filing f ON f.id = v.filing JOIN event e ON e.filing = f.seq
	WHERE v.yes = 0 AND v.at >= :from AND v.at < :to AND e.step = v.back_to AND e.at > v.at GROUP BY v.filing, v.round);
-- name: report_mended_each
SELECT min(e.at) - v.at AS spent FROM verdict v JOIN filing f ON f.id = v.filing JOIN event e ON e.filing = f.seq
WHERE v.yes = 0 AND v.at >= :from AND v.at < :to AND e.step = v.back_to AND e.at > v.at GROUP BY v.filing, v.round
ORDER BY spent;
