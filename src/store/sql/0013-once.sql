-- What was filled in stands once, in the event that wrote it; rows that a filing has many of name it by its seq.

CREATE TABLE event_new (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	filing INTEGER NOT NULL REFERENCES filing (seq),
	version INTEGER NOT NULL,  -- of the filing afterwards
	command TEXT NOT NULL UNIQUE CHECK (length(command) = 26),
	at INTEGER NOT NULL,
	who TEXT NOT NULL,
	step TEXT NOT NULL,
	act TEXT NOT NULL,
	text TEXT NOT NULL,
	news TEXT NOT NULL,  -- 'lunas', 'nomor', 'kembali', or ''
	detail TEXT NOT NULL
) STRICT;
INSERT INTO event_new SELECT e.number, f.seq, e.version, e.command, e.at, e.who, e.step, e.act, e.text, e.news, e.detail
FROM event e JOIN filing f ON f.id = e.filing ORDER BY e.number;

-- A form as an event wrote it; the newest of a filing and form is in force. Nothing of it is ever changed.
CREATE TABLE revision (
	number INTEGER PRIMARY KEY,
	filing INTEGER NOT NULL REFERENCES filing (seq),
	form TEXT NOT NULL,
	event INTEGER NOT NULL REFERENCES event_new (number),
	body TEXT NOT NULL CHECK (json_valid(body)),
	UNIQUE (filing, form, event)
) STRICT;

-- Which form an act of the editions before this one filled.
CREATE TEMP VIEW filled AS SELECT number, filing, at, who, before, after, act, CASE
	WHEN step = 'pendaftar' AND act = 'setuju' THEN 'persetujuan' WHEN act = 'sinkron' THEN 'sipp'
	WHEN act IN ('isi', 'terbit', 'tetapkan') THEN step ELSE act END AS form
FROM main.event WHERE after <> '';
INSERT INTO revision (filing, form, event, body)
SELECT f.seq, e.form, e.number, e.after FROM filled e JOIN filing f ON f.id = e.filing ORDER BY e.number;
-- An event of SIPP's could fill a second form, of which it kept nothing: what the next event found there, or, where
-- none followed, what is in force.
INSERT OR IGNORE INTO revision (filing, form, event, body)
SELECT f.seq, e.form, s.number, e.before FROM filled e JOIN filing f ON f.id = e.filing
JOIN event s ON s.number = (SELECT max(number) FROM event
	WHERE filing = e.filing AND act = 'sinkron' AND number < e.number AND after <> '')
WHERE e.before <> '{}' AND e.form <> 'sipp' AND s.number > ifnull((SELECT max(number) FROM filled
	WHERE filing = e.filing AND form = e.form AND number < e.number), 0)
AND e.before IS NOT (SELECT after FROM filled
	WHERE filing = e.filing AND form = e.form AND number < e.number ORDER BY number DESC LIMIT 1);
INSERT OR IGNORE INTO revision (filing, form, event, body)
SELECT f.seq, b.step, coalesce((SELECT max(number) FROM event WHERE filing = b.filing AND at = b.at AND who = b.who),
	(SELECT max(number) FROM event WHERE filing = b.filing)), b.body
FROM fill b JOIN filing f ON f.id = b.filing
WHERE b.body IS NOT (SELECT body FROM revision WHERE filing = f.seq AND form = b.step ORDER BY event DESC LIMIT 1);
DROP VIEW filled;

CREATE TABLE step_new (
	filing INTEGER NOT NULL REFERENCES filing (seq),
	key TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('blank', 'open') OR state IN ('waiting', 'returned') OR state = 'done'),
	opened INTEGER,
	done INTEGER,
	spent INTEGER NOT NULL,
	round INTEGER NOT NULL,
	waits_for TEXT NOT NULL,
	PRIMARY KEY (filing, key)
) STRICT, WITHOUT ROWID;
INSERT INTO step_new SELECT f.seq, s.key, s.state, s.opened, s.done, s.spent, s.round, s.waits_for
FROM step s JOIN filing f ON f.id = s.filing;

CREATE TABLE party_new (
	filing INTEGER NOT NULL REFERENCES filing (seq),
	row INTEGER NOT NULL,
	side TEXT NOT NULL,
	label TEXT NOT NULL,
	name TEXT NOT NULL,
	key TEXT NOT NULL,  -- folded
	nik TEXT NOT NULL,
	phone TEXT NOT NULL,
	email TEXT NOT NULL,
	village TEXT NOT NULL,
	born INTEGER,  -- day number
	PRIMARY KEY (filing, row)
) STRICT, WITHOUT ROWID;
INSERT INTO party_new SELECT f.seq, p.row, p.side, p.label, p.name, p.key, p.nik, p.phone, p.email, p.village, p.born
FROM party p JOIN filing f ON f.id = p.filing;

-- Where a person was described last: a row of a list in a form. One whose row is in no form any more is forgotten.
CREATE TABLE person_new (
	nik TEXT PRIMARY KEY NOT NULL,
	revision INTEGER NOT NULL REFERENCES revision (number),
	list TEXT NOT NULL,
	row INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO person_new
SELECT nik, revision, list, row FROM (
	SELECT json_extract(r.value, '$.nik') AS nik, v.number AS revision, l.key AS list, r.key + 1 AS row
	FROM revision v, json_each(v.body) l, json_each(iif(l.type = 'array', l.value, '[]')) r WHERE nik <> ''
	ORDER BY v.event, r.key)
WHERE true ON CONFLICT (nik) DO UPDATE SET revision = excluded.revision, list = excluded.list, row = excluded.row;

-- A warning is a sentence with up to three words in its places %1 to %3, said in the reader's language. Those of before
-- are whole sentences without places.
CREATE TABLE sentence (
	number INTEGER PRIMARY KEY,
	text TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE warning_new (
	filing INTEGER NOT NULL REFERENCES filing (seq),
	step TEXT NOT NULL,
	place INTEGER NOT NULL,
	field TEXT NOT NULL,
	sentence INTEGER NOT NULL REFERENCES sentence (number),
	word1 TEXT NOT NULL,
	word2 TEXT NOT NULL,
	word3 TEXT NOT NULL,
	PRIMARY KEY (filing, step, place)
) STRICT, WITHOUT ROWID;
INSERT INTO sentence (text) SELECT DISTINCT replace(text, '%', '%%') FROM warning;
INSERT INTO warning_new SELECT f.seq, w.step, w.place, w.field, s.number, '', '', ''
FROM warning w JOIN filing f ON f.id = w.filing JOIN sentence s ON s.text = replace(w.text, '%', '%%');

DROP TABLE fill;
DROP TABLE person;
DROP TABLE event;
DROP TABLE step;
DROP TABLE party;
DROP TABLE warning;
ALTER TABLE event_new RENAME TO event;
ALTER TABLE step_new RENAME TO step;
ALTER TABLE party_new RENAME TO party;
ALTER TABLE person_new RENAME TO person;
ALTER TABLE warning_new RENAME TO warning;
CREATE INDEX event_filing ON event (filing);
CREATE INDEX event_news ON event (number) WHERE news <> '';
CREATE INDEX step_done ON step (key, done, spent) WHERE done IS NOT NULL;
CREATE INDEX party_nik ON party (nik) WHERE nik <> '';
CREATE INDEX party_born ON party (born) WHERE born IS NOT NULL;

CREATE TRIGGER event_change BEFORE UPDATE ON event BEGIN
	SELECT RAISE (ABORT, 'event_append_only');
END;
CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN
	SELECT RAISE (ABORT, 'event_append_only');
END;
CREATE TRIGGER revision_change BEFORE UPDATE ON revision BEGIN
	SELECT RAISE (ABORT, 'event_append_only');
END;
CREATE TRIGGER revision_stays BEFORE DELETE ON revision BEGIN
	SELECT RAISE (ABORT, 'event_append_only');
END;

-- The forms of a filing as they are in force.
CREATE VIEW fill AS
SELECT f.id AS filing, r.form AS step, r.body, e.who, e.at
FROM revision r JOIN filing f ON f.seq = r.filing JOIN event e ON e.number = r.event
WHERE r.event = (SELECT max(event) FROM revision WHERE filing = r.filing AND form = r.form);

PRAGMA user_version = 13;
