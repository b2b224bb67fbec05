-- What a summons was worth: proper, late, by the wrong channel, unproven and so on, kept apart. Of one recorded
-- before, only whether it was proper is known.
ALTER TABLE summons ADD COLUMN worth TEXT NOT NULL DEFAULT '';
UPDATE summons SET worth = CASE proper WHEN 1 THEN 'patut' ELSE 'tidak_patut' END WHERE outcome <> '';

PRAGMA user_version = 3;
