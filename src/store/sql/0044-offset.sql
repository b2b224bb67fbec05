-- The clock of bank or SIPP as the worker measured it last: how far before ours, when that was by ours, since which start
-- of the machine it runs, and what their clock said when that began. Time that runs on since then is the machine's own
-- counter, which setting its date does not move.

CREATE TABLE partner_clock (
	name TEXT PRIMARY KEY NOT NULL,
	apart INTEGER NOT NULL,
	measured INTEGER NOT NULL,
	boot TEXT NOT NULL,
	booted INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE link DROP COLUMN apart;

PRAGMA user_version = 44;
