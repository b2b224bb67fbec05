-- The carrier's product may be chosen for a letter before its label is there.

DROP INDEX letter_resi;
CREATE UNIQUE INDEX letter_resi ON letter (resi) WHERE resi <> '';

PRAGMA user_version = 33;
