-- The chain over what is written for ever.

-- The next row comes after every one there is, whoever wrote it.
-- name: chain_head_read
SELECT ifnull(max(number), 0), (SELECT link FROM chain_head WHERE one = 1) FROM chain;
-- name: chain_head_write
INSERT INTO chain_head (one, number, link, signed) VALUES (1, :number, :link, :signed)
ON CONFLICT (one) DO UPDATE SET number = excluded.number, link = excluded.link, signed = excluded.signed;
-- name: chain_write
INSERT INTO chain (number, at, of, row, part, filing, digest, link)
VALUES (:number, :at, :of, :row, :part, :filing, :digest, :link);
-- name: chain_key_write
INSERT INTO chain_key (public, at) VALUES (:public, :at) ON CONFLICT (public) DO NOTHING;
-- Which rows are chained. A kind is a table with its key of one or two columns and the filing it is of, = where the
-- key names it first; what belongs to a row stands in other tables, and is part of the row's digest. From this table come the
-- statements that read a row (and what belongs to it), that list all rows, and the triggers that note what this
-- connection writes in a table in memory, which is undone with what it names.
-- The last kind has few rows: where a chain begins, each of them ends it for a moment.
-- name: chain_texts
-- scan: of the lists that stand in it
WITH kind (place, of, row, part, filing) AS (VALUES
	(0, 'filing', 'seq', '', '='),
	(1, 'event', 'filing', 'number', '='),
	(2, 'document', 'digest', '', ''),
	(3, 'skum', 'filing', 'round', '='),
	(4, 'va', 'trx', '', 'filing'),
	(5, 'payment', 'id', '', 'filing'),
	(6, 'journal_entry', 'number', '', 'filing'),
	(7, 'verdict', 'filing', 'round', '='),
	(8, 'case_number', 'filing', '', '='),
	(9, 'summons', 'filing', 'number', '='),
	(10, 'payout', 'id', '', 'filing'),
	(11, 'closing', 'number', '', ''),
	(12, 'deposit', 'number', '', ''),
	(13, 'statement', 'bank', 'key', ''),
	(14, 'statement_source', 'id', '', ''),
	(15, 'explanation', 'number', '', ''),
	(16, 'attorney', 'year', 'number', 'filing'),
	(17, 'letter', 'filing', 'number', '='),
	(18, 'outgoing', 'year', 'number', ''),
	(19, 'tabayun', 'id', '', ''),
	(20, 'user', 'name', '', ''),
	(21, 'user_log', 'number', '', ''),
	(22, 'data_change', 'id', '', ''),
	(23, 'paper', 'number', '', ''),
	(24, 'chain_key', 'public', '', '')
), belonging (of, name, row, part, sorted) AS (VALUES
	('filing', 'party', 'filing', '', 'row'),
	('event', 'revision', 'filing', 'event', 'number'),
	('skum', 'skum_line', 'filing', 'round', 'line'),
	('journal_entry', 'journal_line', 'entry', '', 'line'),
	('journal_entry', 'receipt', 'entry', '', 'serial'),
	('verdict', 'verdict_item', 'filing', 'round', 'place'),
	('summons', 'summons_cost', 'filing', 'number', 'place'),
	('closing', 'closing_account', 'closing', '', 'bank'),
	('closing', 'opening', 'closing', '', 'bank')
), columns (of, what) AS (VALUES  -- of a table that has others, for lists: where a filing stands now
	('filing', 'seq, id, reg, opened, counts_from')
), source (place, of, name, row, part, filing, sorted, main) AS (
	SELECT place, of, of, row, part, filing, row, 1 FROM kind
	UNION ALL SELECT k.place, k.of, b.name, b.row, b.part, iif(k.filing = '=', '=', ''), b.sorted, 0 FROM belonging b JOIN kind k ON k.of = b.of
), happening (what, side) AS (VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('DELETE', 'OLD'))
SELECT 'make', 0, '', 'CREATE TEMP TABLE touched (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, row TEXT NOT NULL, ' ||
	'part TEXT NOT NULL, filing TEXT NOT NULL, UNIQUE (kind, row, part))', 0 AS turn
UNION ALL SELECT 'touched', 0, '', 'SELECT kind, row, part, filing, number = (SELECT max(number) FROM temp.touched) FROM temp.touched ORDER BY number', 1
UNION ALL SELECT 'empty', 0, '', 'DELETE FROM temp.touched', 1
UNION ALL SELECT 'note', 0, '', 'INSERT OR IGNORE INTO temp.touched (kind, row, part, filing) VALUES (?1, ?2, ?3, ?4)', 1
UNION ALL SELECT 'read', s.place, s.of, 'SELECT ' || ifnull(c.what, '*') || ' FROM main.' || s.name || ' WHERE ' || s.row || ' = ?1 AND ' ||
	iif(s.part = '', '?2 = ''''', s.part || ' = ?2') || ' ORDER BY ' || s.sorted, 2 + (NOT s.main)
	FROM source s LEFT JOIN columns c ON c.of = s.name
UNION ALL SELECT 'list', place, of, 'SELECT ' || row || ', ' || iif(part = '', '''''', part) || ', ' ||
	iif(filing IN ('', '='), '''' || filing || '''', filing) || ' FROM main.' || of || ' ORDER BY ' || row || iif(part = '', '', ', ' || part), 4 FROM kind
UNION ALL SELECT 'trigger', s.place, s.of, 'CREATE TEMP TRIGGER chain_' || s.name || '_' || h.what || ' AFTER ' || h.what ||
	iif(h.what = 'UPDATE' AND c.what IS NOT NULL, ' OF ' || c.what, '') || ' ON main.' || s.name ||
	' BEGIN INSERT OR IGNORE INTO touched (kind, row, part, filing) VALUES (' || s.place || ', ' || h.side || '.' || s.row || ', ' ||
	iif(s.part = '', '''''', h.side || '.' || s.part) || ', ' ||
	iif(s.filing IN ('', '='), '''' || s.filing || '''', 'ifnull(' || h.side || '.' || s.filing || ', '''')') || '); END', 5
	FROM source s JOIN happening h ON h.what <> 'DELETE' OR s.name = 'party' LEFT JOIN columns c ON c.of = s.name
ORDER BY 5, 2;

-- name: audit_chain
-- scan: the whole chain is checked
SELECT number, at, of, row, part, filing, digest, link FROM chain ORDER BY number;
-- What the chain says of each row of a table, by its key.
-- name: audit_newest
-- scan: the whole chain is checked, table by table
SELECT row, part, max(number), at, filing, digest FROM chain WHERE of = :of GROUP BY row, part ORDER BY row, part;
-- name: audit_head
SELECT number, link, signed FROM chain_head WHERE one = 1;
-- name: audit_key
SELECT 1 FROM chain_key WHERE public = :public;
-- name: audit_link
SELECT link, at FROM chain WHERE number = :number;
-- name: audit_filing
SELECT reg FROM filing WHERE seq = :filing OR id = :filing;
-- name: audit_schema
-- scan: each table, index, trigger and view is compared
SELECT type, name, ifnull(sql, '') FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite^_stat%' ESCAPE '^' ORDER BY type, name;
-- Documents by their digest; papers by their name, each as it was ever made.
-- name: audit_papers
-- scan: every paper is compared with its file
SELECT name, digest, who, at FROM paper ORDER BY name, number;
-- name: audit_documents
-- scan: every document is compared with its file
SELECT digest, name, at FROM document ORDER BY digest;
-- name: paper_write
INSERT INTO paper (name, digest, who, at) VALUES (:name, :digest, :who, :at);
