-- Calls that are mended, made again, or that nobody carries out any more because their case ended.
ALTER TABLE summons ADD COLUMN follows INTEGER NOT NULL DEFAULT 0;  -- number of the call it repeats; 0: a first call
ALTER TABLE summons ADD COLUMN base TEXT NOT NULL DEFAULT '';  -- why it is made again
ALTER TABLE summons ADD COLUMN mended INTEGER NOT NULL DEFAULT 0;  -- how often what came of it was mended
ALTER TABLE summons ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1));
UPDATE summons SET dropped = 1 WHERE outcome = '' AND filing IN (
	SELECT f.id FROM filing f JOIN revision r ON r.filing = f.seq WHERE r.form = 'akhir');

DROP INDEX summons_open;
DROP INDEX summons_open_bailiff;
CREATE INDEX summons_open ON summons (deadline) WHERE outcome = '' AND dropped = 0;
CREATE INDEX summons_open_bailiff ON summons (bailiff, deadline) WHERE outcome = '' AND dropped = 0;

-- What came of a call is kept for each call: the form "hasil" of call 2 is "hasil.2".
DROP TRIGGER revision_change;
UPDATE revision SET form = 'hasil.' || coalesce(body ->> '$.panggilan_ke', 1) WHERE form = 'hasil';
CREATE TRIGGER revision_change BEFORE UPDATE ON revision BEGIN
	SELECT RAISE (ABORT, 'event_append_only');
END;

PRAGMA user_version = 21;
