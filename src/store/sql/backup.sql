-- What a backup is known by, and what a restored home goes on from.

-- name: backup_counts
-- scan: each table once, when a backup is made or tried
SELECT (SELECT count(*) FROM filing), (SELECT count(*) FROM event), (SELECT count(*) FROM payment),
       (SELECT count(*) FROM journal_entry), (SELECT count(*) FROM document);
-- name: backup_documents
-- scan: all of them
SELECT digest FROM document ORDER BY digest;
-- Numbers given after the backup was made stand on papers and at the bank; none of them is given again.
-- name: counter_pass
INSERT INTO counter (name, next) VALUES (:name, 1 + :by) ON CONFLICT (name) DO UPDATE SET next = next + :by;
