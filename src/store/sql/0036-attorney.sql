-- Register of letters of attorney (RI-PA7): one row for each that was entered, in the order of its numbers, with the case
-- it is for. What it says stands in the filing.
CREATE TABLE attorney (
	year INTEGER NOT NULL,
	number INTEGER NOT NULL CHECK (number > 0),
	filing TEXT NOT NULL REFERENCES filing (id),
	row INTEGER NOT NULL,        -- of the first representative it names; 0: the registrant's own
	registered INTEGER NOT NULL, -- day
	PRIMARY KEY (year, number),
	UNIQUE (filing, row)
) STRICT, WITHOUT ROWID;

-- Those of the cases numbered before. Representatives who share a letter share a row; a filing without representatives has
-- the registrant's.
INSERT INTO attorney (year, number, filing, row, registered)
SELECT year, row_number() OVER (PARTITION BY year ORDER BY registered, sequence, filing, row), filing, row, registered
FROM (
	SELECT CAST(strftime('%Y', c.registered * 86400, 'unixepoch') AS INTEGER) AS year, c.filing, c.registered, c.sequence,
		min(k.key + 1) AS row
	FROM case_number c JOIN fill p ON p.filing = c.filing AND p.step = 'pihak'
	JOIN json_each(p.body, '$.kuasa') k
	WHERE c.registered IS NOT NULL
	GROUP BY c.filing, iif(ifnull(json_extract(k.value, '$.nomor_kuasa'), '') IN ('', '-'), k.key,
		json_extract(k.value, '$.nomor_kuasa') || ' ' || ifnull(json_extract(k.value, '$.tanggal_kuasa'), ''))
	UNION ALL
	SELECT CAST(strftime('%Y', c.registered * 86400, 'unixepoch') AS INTEGER), c.filing, c.registered, c.sequence, 0
	FROM case_number c JOIN fill e ON e.filing = c.filing AND e.step = 'pendaftar'
	LEFT JOIN fill p ON p.filing = c.filing AND p.step = 'pihak'
	WHERE c.registered IS NOT NULL AND ifnull(json_extract(e.body, '$.nomor_kuasa'), '') <> ''
		AND ifnull(json_array_length(p.body, '$.kuasa'), 0) = 0
);

PRAGMA user_version = 36;
