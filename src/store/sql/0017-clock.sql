-- How far the clock of bank or SIPP stands before ours, in milliseconds, as their answers say.

ALTER TABLE link ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;

CREATE INDEX summons_hearing ON summons (hearing);

PRAGMA user_version = 17;
