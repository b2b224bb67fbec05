-- What stays quick while thousands wait.

-- Since when data files and program are as they are: what was filled in since then, they judged.
ALTER TABLE data_stamp ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
UPDATE data_stamp SET since = unixepoch() * 1000;

-- The newest hits of a frequent word are read from the end of a page of the word index: whole, and backwards.
INSERT INTO filing_word (filing_word, rank) VALUES ('pgsz', 500);

PRAGMA user_version = 30;
