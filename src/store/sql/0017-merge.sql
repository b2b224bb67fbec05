-- The word index joins two segments of a size, not four: a search looks for each spelling in each segment.

INSERT INTO filing_word (filing_word, rank) VALUES ('usermerge', 2);

PRAGMA user_version = 17;
