-- Wrong passwords are counted before they are tried, by who types them: a delay grows for him, for that name, and
-- nobody else waits for it. A name that no user has is counted like others.
CREATE TABLE login_try (
	user TEXT NOT NULL,
	source TEXT NOT NULL,  -- Unix account of who types
	failures INTEGER NOT NULL,
	until INTEGER NOT NULL,  -- the next try is not before
	PRIMARY KEY (user, source)
) STRICT, WITHOUT ROWID;
ALTER TABLE user DROP COLUMN failures;
ALTER TABLE user DROP COLUMN locked;

-- Who came in and who did not is written too.
CREATE TABLE user_log_anew (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	at INTEGER NOT NULL,
	who TEXT NOT NULL,   -- who did it; '' nobody had logged in
	user TEXT NOT NULL,  -- whose account it is; '' no user has the name that was typed
	what TEXT NOT NULL CHECK (what IN ('dibuat', 'nama', 'peran', 'unix', 'sandi', 'ditutup', 'dibuka', 'dikunci', 'masuk', 'gagal',
		'dibebaskan')),
	was TEXT NOT NULL,
	became TEXT NOT NULL
) STRICT;
INSERT INTO user_log_anew SELECT number, at, who, user, what, was, became FROM user_log;
DROP TABLE user_log;
ALTER TABLE user_log_anew RENAME TO user_log;
CREATE INDEX user_log_user ON user_log (user);
CREATE TRIGGER user_log_change BEFORE UPDATE ON user_log BEGIN
	SELECT RAISE (ABORT, 'user_log_append_only');
END;
CREATE TRIGGER user_log_stays BEFORE DELETE ON user_log BEGIN
	SELECT RAISE (ABORT, 'user_log_append_only');
END;

PRAGMA user_version = 46;
