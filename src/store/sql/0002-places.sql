-- Places: province, regency, district, village. Whose part a place is stands in its code (11 > 11.01 > 11.01.01 >
-- 11.01.01.2001). One that a newer file no longer has stays, so that an old filing can still be read.
CREATE TABLE place (
	code TEXT PRIMARY KEY NOT NULL,
	name TEXT NOT NULL,
	words TEXT NOT NULL,  -- ' jati rejo jatirejo': folded, of several words once more as one; of what is no
		-- village also with its level, ' sukamaju 2sukamaju'
	retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT, WITHOUT ROWID;

-- The words one by one, in order: what a word begins with is one stretch of it.
CREATE TABLE place_word (
	word TEXT NOT NULL,
	code TEXT NOT NULL,
	PRIMARY KEY (word, code)
) STRICT, WITHOUT ROWID;

-- Which files were taken in, the last one in force.
CREATE TABLE place_edition (
	number INTEGER PRIMARY KEY,
	digest TEXT NOT NULL,  -- SHA-256 of the file
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	added INTEGER NOT NULL,
	renamed INTEGER NOT NULL,
	retired INTEGER NOT NULL
) STRICT;

CREATE VIEW village AS
SELECT v.code AS code, v.name AS name, d.name AS district, r.name AS regency, p.name AS province, v.retired AS retired,
	v.words || d.words || r.words || p.words AS words
FROM place v
JOIN place d ON d.code = substr (v.code, 1, 8)
JOIN place r ON r.code = substr (v.code, 1, 5)
JOIN place p ON p.code = substr (v.code, 1, 2)
WHERE length (v.code) = 13;

PRAGMA user_version = 2;
