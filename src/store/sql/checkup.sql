-- The checks of the machine as they were found last, and what the database says of itself.

-- name: checkup_drop
DELETE FROM checkup;
-- name: checkup_write
INSERT INTO checkup (at, name, state, said, remedy) VALUES (:at, :name, :state, :said, :remedy);
-- name: checkup_read
-- scan: a few dozen rows, all of them wanted
SELECT at, name, state, said, remedy FROM checkup ORDER BY number;

-- name: db_quick
PRAGMA quick_check (1);
-- name: db_schema
-- scan: sqlite_schema has no index, and every row of it is wanted
SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name;
