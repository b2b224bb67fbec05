-- A draft says which keeping it is, so that a session that was overtaken cannot write over newer text: what it kept
-- stands aside, under its own command.

CREATE TABLE draft_new (
	user TEXT NOT NULL,
	filing TEXT NOT NULL,
	step TEXT NOT NULL,
	aside TEXT NOT NULL,  -- '': the one to go on with; else the command of the session that was overtaken
	edition TEXT NOT NULL,  -- another at each keeping; '': kept by an edition of Loket before this one
	seen INTEGER NOT NULL,
	body TEXT NOT NULL CHECK (json_valid(body)),
	focus TEXT NOT NULL,
	title TEXT NOT NULL,
	at INTEGER NOT NULL,
	command TEXT NOT NULL,
	PRIMARY KEY (user, filing, step, aside)
) STRICT;
INSERT INTO draft_new SELECT user, filing, step, '', '', seen, body, focus, title, at, command FROM draft;
DROP TABLE draft;
ALTER TABLE draft_new RENAME TO draft;

PRAGMA user_version = 14;
