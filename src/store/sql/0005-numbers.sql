-- When a case number came, and the numbers of one alur and year in their order, so that a gap is seen.

ALTER TABLE case_number ADD COLUMN given INTEGER;

CREATE INDEX case_series ON case_number (substr(number, instr(number, '/') + 1), sequence);

PRAGMA user_version = 5;
