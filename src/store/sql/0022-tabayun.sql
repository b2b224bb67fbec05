-- Requests of other courts to call or notify somebody here; days since 1970-01-01.

CREATE TABLE tabayun (
	id TEXT PRIMARY KEY NOT NULL,  -- of the command that recorded it, which may come twice
	year INTEGER NOT NULL,
	number INTEGER NOT NULL CHECK (number > 0),
	received INTEGER NOT NULL,
	sender TEXT NOT NULL,
	letter TEXT NOT NULL,
	dated INTEGER NOT NULL,
	case_number TEXT NOT NULL,
	kind TEXT NOT NULL,
	party TEXT NOT NULL,
	address TEXT NOT NULL,
	hearing INTEGER,
	fee INTEGER NOT NULL,
	note TEXT NOT NULL,
	bailiff TEXT NOT NULL,
	appointed INTEGER,
	served INTEGER,
	outcome TEXT NOT NULL,
	met TEXT NOT NULL,
	met_as TEXT NOT NULL,
	said TEXT NOT NULL,
	handed INTEGER,
	sent INTEGER,
	cover TEXT NOT NULL,
	resi TEXT NOT NULL,
	who TEXT NOT NULL,  -- who entered what was entered last
	at INTEGER NOT NULL,
	UNIQUE (year, number)
) STRICT;
CREATE INDEX tabayun_open ON tabayun (year, number) WHERE sent IS NULL;
CREATE INDEX tabayun_case ON tabayun (case_number);

PRAGMA user_version = 22;
