-- The connection: its settings, transactions, and what the file says of itself.

-- name: db_full
PRAGMA synchronous = FULL;
-- Pages that were read: what a page of a list needs. The system keeps the file's pages for all desks.
-- name: db_cache
PRAGMA cache_size = 64;
-- Pages that were changed and not committed yet, 8 MB: what an import of many filings needs.
-- name: db_spill
PRAGMA cache_spill = 2000;
-- What a mark or a statement would undo is kept in memory: in a file it would be written to /var/tmp with each of
-- some dozen pages a decision changes, and it holds people's data.
-- name: db_temp
PRAGMA temp_store = MEMORY;
-- name: db_wal
PRAGMA journal_mode = WAL;

-- name: db_application
PRAGMA application_id;
-- name: db_edition
PRAGMA user_version;
-- name: db_tables
-- scan: sqlite_schema has no index, and a fresh file has no rows in it
SELECT count(*) FROM sqlite_schema;
-- name: db_data_version
PRAGMA data_version;
-- name: db_integrity
PRAGMA integrity_check (1);
-- name: db_foreign
PRAGMA foreign_key_check;

-- name: db_begin
BEGIN IMMEDIATE;
-- name: db_begin_reading
BEGIN;
-- name: db_commit
COMMIT;
-- name: db_rollback
ROLLBACK;

-- Marks may stand in one another; the newest of the name is always meant.
-- name: db_savepoint
SAVEPOINT mark;
-- name: db_release
RELEASE mark;
-- name: db_rollback_to
ROLLBACK TO mark;
-- Each commit of words adds a segment to the word index and a search looks in each: two of a size become one, 128 pages at a time.
-- name: db_words_merge
INSERT INTO filing_word (filing_word, rank) VALUES ('merge', 128);
