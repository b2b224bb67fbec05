-- What belongs to the State on its way there: handed over by the kasir, received by another person for the treasurer,
-- paid in by a billing code with the State's receipt (NTPN). One covers the entries of its account that no earlier one did.
INSERT INTO account (key, name) VALUES ('bendahara', 'Uang negara pada bendahara penerima');
CREATE TABLE deposit (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	year INTEGER NOT NULL,
	serial INTEGER NOT NULL,
	account TEXT NOT NULL CHECK (account IN ('pnbp', 'negara')),
	after_entry INTEGER NOT NULL,  -- those behind it, up to
	last_entry INTEGER NOT NULL,
	amount INTEGER NOT NULL CONSTRAINT deposit_amount CHECK (amount > 0),
	who TEXT NOT NULL,
	at INTEGER NOT NULL,
	received_by TEXT,
	received_at INTEGER,
	billing TEXT,
	ntpn TEXT UNIQUE,
	paid INTEGER,  -- day of the State's receipt
	paid_by TEXT,
	UNIQUE (year, serial),
	CONSTRAINT deposit_two_people CHECK (received_by IS NULL OR received_by <> who),
	CONSTRAINT deposit_in_order CHECK ((received_by IS NULL) = (received_at IS NULL) AND (ntpn IS NULL) = (billing IS NULL)
		AND (ntpn IS NULL) = (paid IS NULL) AND (ntpn IS NULL) = (paid_by IS NULL) AND (ntpn IS NULL OR received_by IS NOT NULL))
) STRICT;
CREATE TRIGGER deposit_stays BEFORE DELETE ON deposit BEGIN
	SELECT RAISE (ABORT, 'deposit_stays');
END;
CREATE TRIGGER deposit_change BEFORE UPDATE ON deposit WHEN NEW.number <> OLD.number OR NEW.year <> OLD.year
OR NEW.serial <> OLD.serial OR NEW.account <> OLD.account OR NEW.after_entry <> OLD.after_entry
OR NEW.last_entry <> OLD.last_entry OR NEW.amount <> OLD.amount OR NEW.who <> OLD.who OR NEW.at <> OLD.at
OR (OLD.received_by IS NOT NULL AND (NEW.received_by IS NOT OLD.received_by OR NEW.received_at IS NOT OLD.received_at))
OR OLD.ntpn IS NOT NULL BEGIN
	SELECT RAISE (ABORT, 'deposit_stays');
END;

PRAGMA user_version = 40;
