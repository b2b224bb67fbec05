-- The tables of a Loket home, first edition.
--
-- Days are numbers since 1970-01-01 (read them with date(d * 86400, 'unixepoch')), instants are
-- milliseconds UTC (datetime(t / 1000, 'unixepoch')), NULL is "never"; money is whole rupiah. A filing is
-- named by its id everywhere. Rules over many rows live here as constraints and triggers; what they are
-- called, or the columns they watch, becomes a sentence for people in src/store/db.c.

-- ---- a filing and what was filled in ----

CREATE TABLE filing (
	seq INTEGER PRIMARY KEY,  -- order of arrival, and the row number of the word index
	id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
	version INTEGER NOT NULL,
	reg TEXT NOT NULL COLLATE NOCASE UNIQUE,
	title TEXT NOT NULL DEFAULT '',
	title_key TEXT NOT NULL DEFAULT '',  -- folded: what lists are sorted by
	type TEXT NOT NULL DEFAULT '',
	alur TEXT NOT NULL DEFAULT '',
	opened INTEGER NOT NULL,
	counts_from INTEGER,
	registered INTEGER,  -- the day of its case number, for the reports
	sipp_note TEXT NOT NULL DEFAULT '',
	-- Where it stands is derived by filing_stage(); these three repeat it for indexes only.
	stage INTEGER NOT NULL DEFAULT 1,
	stage_state TEXT NOT NULL DEFAULT 'blank',
	stage_since INTEGER NOT NULL,
	words TEXT NOT NULL DEFAULT ''  -- what it is found by: see apply_words
) STRICT;
CREATE INDEX filing_title ON filing (title_key);
-- Of a million filings all but some thousands are done: those are in no list of a step.
CREATE INDEX filing_stage ON filing (stage) WHERE stage_state <> 'done';
CREATE INDEX filing_stage_title ON filing (stage, title_key) WHERE stage_state <> 'done';
CREATE INDEX filing_stage_since ON filing (stage, stage_since) WHERE stage_state <> 'done';
CREATE INDEX filing_type ON filing (type);
CREATE INDEX filing_type_title ON filing (type, title_key);
CREATE INDEX filing_received ON filing (counts_from, type);
CREATE INDEX filing_registered ON filing (registered, counts_from, type);

CREATE TABLE step (
	filing TEXT NOT NULL REFERENCES filing (id),
	key TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('blank', 'open', 'waiting', 'returned', 'done')),
	opened INTEGER,
	done INTEGER,
	spent INTEGER NOT NULL,
	round INTEGER NOT NULL,
	waits_for TEXT NOT NULL,
	PRIMARY KEY (filing, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX step_done ON step (key, done, spent) WHERE done IS NOT NULL;

CREATE TABLE fill (
	filing TEXT NOT NULL REFERENCES filing (id),
	step TEXT NOT NULL,
	body TEXT NOT NULL CHECK (json_valid(body)),
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (filing, step)
) STRICT;

CREATE TABLE document (
	digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	size INTEGER NOT NULL,
	at INTEGER NOT NULL
) STRICT;

CREATE TABLE warning (
	filing TEXT NOT NULL REFERENCES filing (id),
	step TEXT NOT NULL,
	place INTEGER NOT NULL,
	field TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (filing, step, place)
) STRICT, WITHOUT ROWID;

-- ---- people of a filing, and people known ----

CREATE TABLE party (
	filing TEXT NOT NULL REFERENCES filing (id),
	row INTEGER NOT NULL,
	side TEXT NOT NULL,
	label TEXT NOT NULL,
	name TEXT NOT NULL,
	key TEXT NOT NULL,  -- folded
	nik TEXT NOT NULL,
	phone TEXT NOT NULL,
	email TEXT NOT NULL,
	village TEXT NOT NULL,
	PRIMARY KEY (filing, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_nik ON party (nik) WHERE nik <> '';

CREATE TABLE person (
	nik TEXT PRIMARY KEY NOT NULL,
	body TEXT NOT NULL CHECK (json_valid(body)),
	at INTEGER NOT NULL
) STRICT;

-- ---- finding: folded words, and how many filings stand where ----

-- Every category but blanks is part of a word, so that a folded word is one token always (phrases are
-- not kept: detail=none). Beginnings of up to eight letters have an index of their own, so that the newest
-- hits of a frequent one are read without its other hits.
CREATE VIRTUAL TABLE filing_word USING fts5 (
	words, content = 'filing', content_rowid = 'seq', prefix = '1 2 3 4 5 6 7 8', detail = 'none',
	columnsize = 0, tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
);
CREATE TRIGGER filing_word_new AFTER INSERT ON filing WHEN NEW.words <> '' BEGIN
	INSERT INTO filing_word (rowid, words) VALUES (NEW.seq, NEW.words);
END;
CREATE TRIGGER filing_word_change AFTER UPDATE OF words ON filing WHEN OLD.words <> NEW.words BEGIN
	INSERT INTO filing_word (filing_word, rowid, words) SELECT 'delete', OLD.seq, OLD.words WHERE OLD.words <> '';
	INSERT INTO filing_word (rowid, words) SELECT NEW.seq, NEW.words WHERE NEW.words <> '';
END;

CREATE TABLE tally (
	stage INTEGER NOT NULL,
	type TEXT NOT NULL,
	n INTEGER NOT NULL CHECK (n >= 0),
	PRIMARY KEY (stage, type)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER tally_new AFTER INSERT ON filing BEGIN
	INSERT INTO tally (stage, type, n) VALUES (NEW.stage, NEW.type, 1)
	ON CONFLICT (stage, type) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER tally_change AFTER UPDATE OF stage, type ON filing
WHEN OLD.stage <> NEW.stage OR OLD.type <> NEW.type BEGIN
	UPDATE tally SET n = n - 1 WHERE stage = OLD.stage AND type = OLD.type;
	INSERT INTO tally (stage, type, n) VALUES (NEW.stage, NEW.type, 1)
	ON CONFLICT (stage, type) DO UPDATE SET n = n + 1;
END;

-- ---- money ----

CREATE TABLE skum (
	filing TEXT NOT NULL REFERENCES filing (id),
	round INTEGER NOT NULL,
	number TEXT NOT NULL UNIQUE,
	issued INTEGER NOT NULL,
	total INTEGER NOT NULL CONSTRAINT skum_total CHECK (total >= 0),
	bank TEXT NOT NULL,
	who TEXT NOT NULL,
	PRIMARY KEY (filing, round)
) STRICT;
CREATE TABLE skum_line (
	filing TEXT NOT NULL,
	round INTEGER NOT NULL,
	line INTEGER NOT NULL,
	component TEXT NOT NULL,
	label TEXT NOT NULL,
	times INTEGER NOT NULL,
	each INTEGER NOT NULL,
	amount INTEGER NOT NULL,
	basis TEXT NOT NULL,
	PRIMARY KEY (filing, round, line),
	FOREIGN KEY (filing, round) REFERENCES skum (filing, round)
) STRICT, WITHOUT ROWID;

CREATE TABLE va (
	trx TEXT PRIMARY KEY NOT NULL,
	filing TEXT NOT NULL REFERENCES filing (id),
	round INTEGER NOT NULL,
	customer_no TEXT NOT NULL UNIQUE,
	number TEXT NOT NULL,
	bank TEXT NOT NULL,
	amount INTEGER NOT NULL CONSTRAINT va_amount CHECK (amount > 0),
	expires INTEGER,
	state TEXT NOT NULL
		CHECK (state IN ('asked', 'live', 'paid', 'expired', 'cancelled', 'refused', 'trouble')),
	note TEXT NOT NULL
) STRICT;
CREATE INDEX va_filing ON va (filing);
CREATE INDEX va_number ON va (number) WHERE number <> '';
CREATE INDEX va_live ON va (trx) WHERE state = 'live';
-- A visitor can never hold two numbers that both take money.
CREATE UNIQUE INDEX one_live_va ON va (filing) WHERE state IN ('asked', 'live');

CREATE TABLE payment (
	id TEXT PRIMARY KEY NOT NULL,
	filing TEXT NOT NULL REFERENCES filing (id),
	trx TEXT NOT NULL,
	amount INTEGER NOT NULL CONSTRAINT payment_amount CHECK (amount > 0),
	at INTEGER NOT NULL,
	channel TEXT NOT NULL,
	reference TEXT NOT NULL,
	source TEXT NOT NULL,
	suspense INTEGER NOT NULL CHECK (suspense IN (0, 1))
) STRICT;
CREATE INDEX payment_filing ON payment (filing);
CREATE INDEX payment_at ON payment (at);

-- An entry is written open, gets its lines and is sealed; sealing refuses one that does not sum to zero,
-- and nothing of a sealed entry can be changed.
CREATE TABLE journal_entry (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	filing TEXT NOT NULL REFERENCES filing (id),
	posted INTEGER NOT NULL,
	what TEXT NOT NULL,
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1))
) STRICT;
CREATE INDEX journal_filing ON journal_entry (filing);
CREATE TABLE journal_line (
	entry INTEGER NOT NULL REFERENCES journal_entry (number),
	line INTEGER NOT NULL,
	account TEXT NOT NULL,
	amount INTEGER NOT NULL CONSTRAINT journal_amount CHECK (amount <> 0),
	PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER journal_seal BEFORE UPDATE ON journal_entry BEGIN
	SELECT RAISE (ABORT, 'journal_append_only')
	WHERE OLD.sealed = 1 OR NEW.sealed = 0 OR NEW.number <> OLD.number OR NEW.filing <> OLD.filing
	OR NEW.posted <> OLD.posted OR NEW.what <> OLD.what OR NEW.who <> OLD.who OR NEW.at <> OLD.at;
	SELECT RAISE (ABORT, 'journal_sums_to_zero')
	WHERE (SELECT count(*) < 2 OR sum(amount) <> 0 FROM journal_line WHERE entry = OLD.number);
END;
CREATE TRIGGER journal_entry_born BEFORE INSERT ON journal_entry WHEN NEW.sealed <> 0 BEGIN
	SELECT RAISE (ABORT, 'journal_append_only');
END;
CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry BEGIN
	SELECT RAISE (ABORT, 'journal_append_only');
END;
CREATE TRIGGER journal_line_born BEFORE INSERT ON journal_line BEGIN
	SELECT RAISE (ABORT, 'journal_append_only')
	WHERE (SELECT sealed FROM journal_entry WHERE number = NEW.entry) = 1;
END;
CREATE TRIGGER journal_line_change BEFORE UPDATE ON journal_line BEGIN
	SELECT RAISE (ABORT, 'journal_append_only');
END;
CREATE TRIGGER journal_line_stays BEFORE DELETE ON journal_line BEGIN
	SELECT RAISE (ABORT, 'journal_append_only');
END;

-- ---- verification, case number, summons ----

CREATE TABLE verdict (
	filing TEXT NOT NULL REFERENCES filing (id),
	round INTEGER NOT NULL,
	yes INTEGER NOT NULL CHECK (yes IN (0, 1)),
	back_to TEXT NOT NULL,
	message TEXT NOT NULL,
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (filing, round)
) STRICT;
CREATE INDEX verdict_back ON verdict (at) WHERE yes = 0;
CREATE TABLE verdict_item (
	filing TEXT NOT NULL,
	round INTEGER NOT NULL,
	place INTEGER NOT NULL,
	key TEXT NOT NULL,
	answer TEXT NOT NULL,
	remark TEXT NOT NULL,
	PRIMARY KEY (filing, round, place),
	FOREIGN KEY (filing, round) REFERENCES verdict (filing, round)
) STRICT, WITHOUT ROWID;

-- NULL until SIPP gave it; once given it never changes.
CREATE TABLE case_number (
	filing TEXT PRIMARY KEY NOT NULL REFERENCES filing (id),
	number TEXT COLLATE NOCASE UNIQUE,
	sipp_id TEXT UNIQUE,
	sequence INTEGER NOT NULL,
	registered INTEGER
) STRICT;
CREATE TRIGGER case_number_stays BEFORE UPDATE ON case_number BEGIN
	SELECT RAISE (ABORT, 'case_number_once')
	WHERE OLD.number IS NOT NULL AND OLD.number IS NOT NEW.number
	OR OLD.sipp_id IS NOT NULL AND OLD.sipp_id IS NOT NEW.sipp_id;
END;

CREATE TABLE summons (
	filing TEXT NOT NULL REFERENCES filing (id),
	number INTEGER NOT NULL,
	party INTEGER NOT NULL,
	name TEXT NOT NULL,
	label TEXT NOT NULL,
	address TEXT NOT NULL,
	area TEXT NOT NULL,
	channel TEXT NOT NULL,
	reason TEXT NOT NULL,
	hearing INTEGER,
	time TEXT NOT NULL,
	room TEXT NOT NULL,
	bailiff TEXT NOT NULL,
	deadline INTEGER,
	outcome TEXT NOT NULL,
	served INTEGER,
	proper INTEGER NOT NULL CHECK (proper IN (0, 1)),
	PRIMARY KEY (filing, number)
) STRICT;
CREATE INDEX summons_open ON summons (deadline) WHERE outcome = '';
CREATE INDEX summons_open_bailiff ON summons (bailiff, deadline) WHERE outcome = '';
CREATE INDEX summons_served ON summons (served) WHERE outcome <> '';
CREATE INDEX summons_served_bailiff ON summons (bailiff, served) WHERE outcome <> '';

CREATE TABLE printed (
	filing TEXT NOT NULL REFERENCES filing (id),
	paper TEXT NOT NULL,
	which INTEGER NOT NULL,
	copy INTEGER NOT NULL,
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (filing, paper, which, copy)
) STRICT, WITHOUT ROWID;

-- ---- what happened: who did what, by which command ----

CREATE TABLE event (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	filing TEXT NOT NULL REFERENCES filing (id),
	version INTEGER NOT NULL,  -- of the filing afterwards
	command TEXT NOT NULL UNIQUE CHECK (length(command) = 26),
	at INTEGER NOT NULL,
	who TEXT NOT NULL,
	step TEXT NOT NULL,
	act TEXT NOT NULL,
	text TEXT NOT NULL,
	before TEXT NOT NULL,  -- a form's values as JSON, or ''
	after TEXT NOT NULL,
	news TEXT NOT NULL,  -- 'lunas', 'nomor', 'kembali', or ''
	detail TEXT NOT NULL
) STRICT;
CREATE INDEX event_filing ON event (filing);
CREATE INDEX event_news ON event (number) WHERE news <> '';
CREATE TRIGGER event_change BEFORE UPDATE ON event BEGIN
	SELECT RAISE (ABORT, 'event_append_only');
END;
CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN
	SELECT RAISE (ABORT, 'event_append_only');
END;

-- ---- messages to bank and SIPP ----

-- While a message is being sent, `due` is the end of its lease: who died with it loses it then.
CREATE TABLE outbox (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	filing TEXT NOT NULL REFERENCES filing (id),
	receiver TEXT NOT NULL,
	kind TEXT NOT NULL,
	key TEXT NOT NULL UNIQUE,
	body TEXT NOT NULL CHECK (json_valid(body)),
	state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'done', 'dead')),
	tries INTEGER NOT NULL DEFAULT 0,
	made INTEGER NOT NULL,
	due INTEGER NOT NULL,
	lease_by TEXT NOT NULL DEFAULT '',
	error TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX outbox_filing ON outbox (filing);
CREATE INDEX outbox_due ON outbox (due) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_open ON outbox (receiver, filing) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_unfinished ON outbox (number) WHERE state <> 'done';

CREATE TABLE link (
	name TEXT PRIMARY KEY NOT NULL,
	up INTEGER NOT NULL CHECK (up IN (0, 1)),
	since INTEGER NOT NULL,
	error TEXT NOT NULL
) STRICT;

CREATE TABLE notice (
	key TEXT PRIMARY KEY NOT NULL,
	digest TEXT NOT NULL,
	answer TEXT NOT NULL,
	at INTEGER NOT NULL
) STRICT;

-- ---- people who log in, and what they have open ----

CREATE TABLE user (
	name TEXT PRIMARY KEY NOT NULL,
	full_name TEXT NOT NULL,
	roles TEXT NOT NULL,
	unix_account TEXT UNIQUE,
	disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
	hash TEXT NOT NULL,
	failures INTEGER NOT NULL DEFAULT 0,
	locked INTEGER
) STRICT;

-- The filing may not exist yet: its id is fixed when the form is opened.
CREATE TABLE draft (
	user TEXT NOT NULL,
	filing TEXT NOT NULL,
	step TEXT NOT NULL,
	seen INTEGER NOT NULL,
	body TEXT NOT NULL CHECK (json_valid(body)),
	focus TEXT NOT NULL,
	title TEXT NOT NULL,
	at INTEGER NOT NULL,
	command TEXT NOT NULL,
	PRIMARY KEY (user, filing, step)
) STRICT;

-- Believed only while the process `pid` that began at `started` lives.
CREATE TABLE presence (
	pid INTEGER PRIMARY KEY,
	started INTEGER NOT NULL,
	user TEXT NOT NULL,
	filing TEXT NOT NULL,
	step TEXT NOT NULL,
	since INTEGER NOT NULL
) STRICT;
CREATE INDEX presence_filing ON presence (filing);

CREATE TABLE counter (
	name TEXT PRIMARY KEY NOT NULL,
	next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- ---- a filing as lists show it ----

CREATE VIEW listed AS
SELECT f.seq, f.id, f.reg, n.number, f.title, f.title_key, f.type, f.stage, f.stage_state, f.stage_since,
	f.words
FROM filing f LEFT JOIN case_number n ON n.filing = f.id;

PRAGMA application_id = 0x4c4f4b54;  -- "LOKT"
PRAGMA user_version = 1;
