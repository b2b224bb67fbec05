-- A draft that was thrown away can be taken back until logout.

ALTER TABLE draft ADD COLUMN dropped INTEGER;  -- when; NULL: it was not

PRAGMA user_version = 15;
