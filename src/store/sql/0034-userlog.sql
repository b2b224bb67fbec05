-- What was done to the accounts of people: made, renamed, given roles, closed, locked. Rows are only added.
CREATE TABLE user_log (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	at INTEGER NOT NULL,
	who TEXT NOT NULL,   -- who did it; '' nobody had logged in
	user TEXT NOT NULL,  -- whose account it is
	what TEXT NOT NULL CHECK (what IN ('dibuat', 'nama', 'peran', 'unix', 'sandi', 'ditutup', 'dibuka', 'dikunci')),
	was TEXT NOT NULL,
	became TEXT NOT NULL
) STRICT;
CREATE INDEX user_log_user ON user_log (user);
CREATE TRIGGER user_log_change BEFORE UPDATE ON user_log BEGIN
	SELECT RAISE (ABORT, 'user_log_append_only');
END;
CREATE TRIGGER user_log_stays BEFORE DELETE ON user_log BEGIN
	SELECT RAISE (ABORT, 'user_log_append_only');
END;

PRAGMA user_version = 34;
