-- What imported filings said, and when parties were born.

-- By what its forms said when it was imported, so that the same file again is the same filing.
CREATE TABLE imported (
	digest TEXT PRIMARY KEY NOT NULL,
	filing TEXT NOT NULL REFERENCES filing (id)
) STRICT, WITHOUT ROWID;

-- Day number, as every date; who has the same name and was born on the same day may be the same person.
ALTER TABLE party ADD COLUMN born INTEGER;
UPDATE party SET born = (SELECT CAST(julianday(json_extract(body, '$.pihak[' || (party.row - 1) || '].lahir')) - 2440587.5 AS INTEGER)
	FROM fill WHERE fill.filing = party.filing AND fill.step = 'pihak');
CREATE INDEX party_born ON party (born) WHERE born IS NOT NULL;

PRAGMA user_version = 12;
