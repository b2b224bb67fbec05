-- The day a filing ended (withdrawn, decided, struck off), and reports that add up: what was carried over, what ended.
ALTER TABLE filing ADD COLUMN ended INTEGER;
UPDATE filing SET ended = (SELECT CAST(julianday(r.body ->> '$.tanggal') - 2440587.5 AS INTEGER) FROM revision r
	WHERE r.filing = filing.seq AND r.form = 'akhir' ORDER BY r.event DESC LIMIT 1)
WHERE seq IN (SELECT filing FROM revision WHERE form = 'akhir');

-- A month closed before this was written knows neither (NULL); its summonses were filings, whatever came of them.
CREATE TABLE closed_figure_anew (
	month INTEGER NOT NULL,  -- its last day
	alur TEXT NOT NULL,
	type TEXT NOT NULL,      -- of case; '' not filled in
	carried INTEGER,
	received INTEGER NOT NULL,
	numbered INTEGER NOT NULL,
	ended INTEGER,
	waiting INTEGER NOT NULL,
	returned INTEGER NOT NULL,
	proper INTEGER,
	improper INTEGER,
	unproven INTEGER,
	panjar INTEGER NOT NULL,
	PRIMARY KEY (month, alur, type)
) STRICT, WITHOUT ROWID;
INSERT INTO closed_figure_anew (month, alur, type, received, numbered, waiting, returned, panjar)
SELECT month, '', type, received, numbered, waiting, returned, panjar FROM closed_figure;
DROP TABLE closed_figure;
ALTER TABLE closed_figure_anew RENAME TO closed_figure;
CREATE TRIGGER closed_figure_change BEFORE UPDATE ON closed_figure BEGIN
	SELECT RAISE (ABORT, 'closed_stays');
END;
CREATE TRIGGER closed_figure_stays BEFORE DELETE ON closed_figure BEGIN
	SELECT RAISE (ABORT, 'closed_stays');
END;

PRAGMA user_version = 20;
