-- The data files as they were, and their history.

-- name: data_stamp
SELECT stamp, since FROM data_stamp WHERE one = 1;
-- name: data_stamp_write
INSERT OR REPLACE INTO data_stamp (one, stamp, since) VALUES (1, :stamp, :since);
-- name: data_files
-- scan: each of a few dozen files, when one of them changed
SELECT name, text FROM data_file ORDER BY name;
-- name: data_file_write
INSERT INTO data_file (name, text) VALUES (:name, :text) ON CONFLICT (name) DO UPDATE SET text = excluded.text;
-- name: data_file_drop
DELETE FROM data_file WHERE name = :name;
-- name: data_change_write
INSERT INTO data_change (name, who, at, gone, come, lines) VALUES (:name, :who, :at, :gone, :come, :lines);
-- name: data_changes
-- scan: from its newest end, no further than asked
SELECT name, who, at, gone, come, lines FROM data_change ORDER BY id DESC LIMIT :limit;
