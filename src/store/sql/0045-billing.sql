-- A billing code is of one deposit, as its receipt (NTPN) is. A trigger, not an index: what stands from before stays.

CREATE TRIGGER deposit_billing BEFORE UPDATE OF billing ON deposit
WHEN NEW.billing IS NOT NULL AND EXISTS (SELECT 1 FROM deposit WHERE billing = NEW.billing AND number <> NEW.number) BEGIN
	SELECT RAISE (ABORT, 'deposit_billing');
END;

PRAGMA user_version = 45;
