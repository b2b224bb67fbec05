-- The SOP's records. Each figure is a range of an index; nothing is counted in advance.

-- Days :first to :last, and the same as instants :from up to, not with, :to. Carried over are those that waited for
-- a case number when the day before began to end (:before), waiting when the last one did; what ended without a number
-- waits no more, so carried + received = numbered + ended + waiting. Summonses by what they are worth; panjar is what
-- the journal took in for a case in those days. A case counts as numbered no earlier than it counts as received.
-- name: report_figures
-- scan: of the figures just counted
SELECT alur, type, sum(carried), sum(received), sum(numbered), sum(ended), sum(waiting), sum(returned), sum(proper),
	sum(improper), sum(unproven), sum(panjar) FROM (
	SELECT alur, type, 0 AS carried, count(*) AS received, 0 AS numbered, 0 AS ended, 0 AS waiting, 0 AS returned,
		0 AS proper, 0 AS improper, 0 AS unproven, 0 AS panjar
	FROM filing WHERE counts_from BETWEEN :first AND :last GROUP BY alur, type
	UNION ALL
	SELECT alur, type, 0, 0, count(*), 0, 0, 0, 0, 0, 0, 0
	FROM filing WHERE registered BETWEEN :first - 31 AND :last AND max(registered, counts_from) BETWEEN :first AND :last
	GROUP BY alur, type
	UNION ALL
	SELECT alur, type, 0, 0, 0, count(*), 0, 0, 0, 0, 0, 0
	FROM filing WHERE registered IS NULL AND max(ended, counts_from) BETWEEN :first AND :last GROUP BY alur, type
	UNION ALL
	SELECT alur, type, sum(counts_from <= :before AND ifnull(ended > :before, 1)), 0, 0, 0,
		sum(counts_from <= :last AND ifnull(ended > :last, 1)), 0, 0, 0, 0, 0
	FROM filing WHERE registered IS NULL AND counts_from <= :last GROUP BY alur, type
	UNION ALL
	SELECT f.alur, f.type, sum(t.column1 = :before), 0, 0, 0, sum(t.column1 = :last), 0, 0, 0, 0, 0
	FROM (VALUES (:before), (:last)) t CROSS JOIN (VALUES (4), (16), (64), (256), (1024), (100000)) w CROSS JOIN filing f
		ON f.waited_within = w.column1 AND f.counts_from BETWEEN t.column1 - w.column1 AND t.column1
	WHERE f.registered > t.column1 GROUP BY f.alur, f.type
	UNION ALL
	SELECT f.alur, f.type, 0, 0, 0, 0, 0, count(*), 0, 0, 0, 0
	FROM verdict v JOIN filing f ON f.id = v.filing
	WHERE v.yes = 0 AND v.at >= :from AND v.at < :to GROUP BY f.alur, f.type
	UNION ALL
	SELECT f.alur, f.type, 0, 0, 0, 0, 0, 0, sum(s.proper), sum(s.proper = 0 AND s.worth <> :unproven), sum(s.worth = :unproven), 0
	FROM summons s JOIN filing f ON f.id = s.filing
	WHERE s.outcome <> '' AND s.served BETWEEN :first AND :last GROUP BY f.alur, f.type
	UNION ALL
	SELECT f.alur, f.type, 0, 0, 0, 0, 0, 0, 0, 0, 0, -sum(l.amount)
	FROM journal_entry e JOIN journal_line l ON l.entry = e.number JOIN filing f ON f.id = e.filing
	WHERE e.posted BETWEEN :first AND :last AND l.account = 'panjar' AND l.amount < 0 AND l.category <> 'pengembalian'
		AND e.reverses IS NULL
	GROUP BY f.alur, f.type
) GROUP BY alur, type;

-- The filings behind a figure, by the column's name: in the words of report_figures, one filing a row.
-- name: report_filings
-- scan: a person looks behind a figure now and then; whatever index one column has another has not
SELECT f.reg, ifnull(n.number, ''), f.title, f.type, f.alur, f.counts_from, f.registered, f.ended
FROM filing f LEFT JOIN case_number n ON n.filing = f.id
WHERE (:type IS NULL OR f.type = :type) AND (:alur IS NULL OR f.alur = :alur) AND CASE :column
	WHEN 'lalu' THEN f.counts_from <= :before AND ifnull(f.registered > :before, ifnull(f.ended > :before, 1))
	WHEN 'diterima' THEN f.counts_from BETWEEN :first AND :last
	WHEN 'jumlah' THEN f.counts_from BETWEEN :first AND :last
		OR (f.counts_from <= :before AND ifnull(f.registered > :before, ifnull(f.ended > :before, 1)))
	WHEN 'bernomor' THEN max(f.registered, f.counts_from) BETWEEN :first AND :last
	WHEN 'berakhir' THEN f.registered IS NULL AND max(f.ended, f.counts_from) BETWEEN :first AND :last
	WHEN 'sisa' THEN f.counts_from <= :last AND ifnull(f.registered > :last, ifnull(f.ended > :last, 1))
	WHEN 'dikembalikan' THEN EXISTS (SELECT 1 FROM verdict v WHERE v.filing = f.id AND v.yes = 0 AND v.at >= :from AND v.at < :to)
	WHEN 'patut' THEN EXISTS (SELECT 1 FROM summons s
		WHERE s.filing = f.id AND s.outcome <> '' AND s.served BETWEEN :first AND :last AND s.proper)
	WHEN 'tidak_patut' THEN EXISTS (SELECT 1 FROM summons s WHERE s.filing = f.id AND s.outcome <> ''
		AND s.served BETWEEN :first AND :last AND s.proper = 0 AND s.worth <> :unproven)
	WHEN 'belum_terbukti' THEN EXISTS (SELECT 1 FROM summons s
		WHERE s.filing = f.id AND s.outcome <> '' AND s.served BETWEEN :first AND :last AND s.worth = :unproven)
	WHEN 'panjar' THEN EXISTS (SELECT 1 FROM journal_entry e JOIN journal_line l ON l.entry = e.number
		WHERE e.filing = f.id AND e.posted BETWEEN :first AND :last AND l.account = 'panjar' AND l.amount < 0
			AND l.category <> 'pengembalian' AND e.reverses IS NULL)
	WHEN 'banyak' THEN EXISTS (SELECT 1 FROM step s WHERE s.filing = f.seq AND s.key = :step AND s.done >= :from AND s.done < :to)
	WHEN 'perbaikan' THEN EXISTS (SELECT 1 FROM verdict v JOIN event e ON e.filing = f.seq
		WHERE v.filing = f.id AND v.yes = 0 AND v.at >= :from AND v.at < :to AND e.step = v.back_to AND e.at > v.at)
	END
ORDER BY f.counts_from, f.seq;

-- ---- the report of a closed month, as it was then ----

-- name: closed_figures
SELECT alur, type, carried, received, numbered, ended, waiting, returned, proper, improper, unproven, panjar
FROM closed_figure WHERE month = :month;
-- name: closed_figure_write
INSERT INTO closed_figure (month, alur, type, carried, received, numbered, ended, waiting, returned, proper, improper,
	unproven, panjar)
VALUES (:month, :alur, :key, :n1, :n2, :n3, :n4, :n5, :n6, :n7, :n8, :n9, :n10);
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
