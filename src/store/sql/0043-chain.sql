-- What is written for ever stands in one chain too, in the order it was written: a row of the chain names a row of
-- another table and has its digest (BLAKE2b-256, src/store/chain.c), and a link is the digest of all rows up to it.
-- What changes lawfully gets a new row; the newest one of a row is in force.
CREATE TABLE chain (
	number INTEGER PRIMARY KEY CHECK (number > 0),  -- without gaps
	at INTEGER NOT NULL,
	of TEXT NOT NULL,      -- the table
	row TEXT NOT NULL,     -- its key, and the key's second column
	part TEXT NOT NULL,
	filing TEXT NOT NULL,  -- the seq or id of the filing it is of; =: the key names it; '': none
	digest BLOB NOT NULL CHECK (length(digest) IN (0, 32)),  -- empty: the row is gone
	link BLOB CHECK (length(link) = 32)  -- at the last row of a commit, and now and then between
) STRICT;
CREATE TRIGGER chain_change BEFORE UPDATE ON chain BEGIN
	SELECT RAISE (ABORT, 'chain_append_only');
END;
CREATE TRIGGER chain_stays BEFORE DELETE ON chain BEGIN
	SELECT RAISE (ABORT, 'chain_append_only');
END;

-- Where the chain ends, signed (Ed25519) by home/keys/rantai.key; '' where that key could not be read.
CREATE TABLE chain_head (
	one INTEGER PRIMARY KEY CHECK (one = 1),
	number INTEGER NOT NULL,
	link BLOB NOT NULL CHECK (length(link) = 32),
	signed BLOB NOT NULL CHECK (length(signed) IN (0, 64))
) STRICT;
-- The public halves of the keys that signed it.
CREATE TABLE chain_key (
	public TEXT PRIMARY KEY NOT NULL CHECK (length(public) = 64),
	at INTEGER NOT NULL
) STRICT;

-- What a paper was when it was made. One that is made again under its name has a row more.
CREATE TABLE paper (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL,    -- in home/cetak
	digest TEXT NOT NULL CHECK (length(digest) = 64),
	who TEXT NOT NULL,
	at INTEGER NOT NULL
) STRICT;
CREATE INDEX paper_name ON paper (name);
CREATE TRIGGER paper_change BEFORE UPDATE ON paper BEGIN
	SELECT RAISE (ABORT, 'paper_stays');
END;
CREATE TRIGGER paper_stays BEFORE DELETE ON paper BEGIN
	SELECT RAISE (ABORT, 'paper_stays');
END;

PRAGMA user_version = 43;
