-- What stays quick among a million filings.

-- The word index joins two segments of a size, not four: a search looks for each spelling in each segment.
INSERT INTO filing_word (filing_word, rank) VALUES ('usermerge', 2);

-- Days within which it got its number: those that waited for one on a day came in at most so many days before it.
ALTER TABLE filing ADD COLUMN waited_within INTEGER GENERATED ALWAYS AS (CASE
	WHEN registered IS NULL THEN NULL
	WHEN registered - counts_from <= 4 THEN 4
	WHEN registered - counts_from <= 16 THEN 16
	WHEN registered - counts_from <= 64 THEN 64
	WHEN registered - counts_from <= 256 THEN 256
	WHEN registered - counts_from <= 1024 THEN 1024
	ELSE 100000 END) VIRTUAL;
CREATE INDEX filing_waited ON filing (waited_within, counts_from, registered, type) WHERE registered IS NOT NULL;

PRAGMA user_version = 18;
