-- Drafts of users, and which filing each process has open.

-- Only over what this session has read or kept itself.
-- name: draft_keep
INSERT INTO draft (user, filing, step, aside, edition, seen, body, focus, title, at, command)
SELECT :user, :filing, :step, :aside, :edition, :seen, :body, :focus, :title, :at, :command
WHERE :was = '' OR EXISTS (SELECT 1 FROM draft
	WHERE user = :user AND filing = :filing AND step = :step AND aside = :aside)
ON CONFLICT (user, filing, step, aside) DO UPDATE SET edition = excluded.edition, seen = excluded.seen,
	body = excluded.body, focus = excluded.focus, title = excluded.title, at = excluded.at, command = excluded.command
WHERE edition = :was AND dropped IS NULL RETURNING 1;
-- The draft that the command was typed in; without one, the usual.
-- name: draft_done
DELETE FROM draft WHERE user = :user AND filing = :filing AND step = :step AND dropped IS NULL AND
	aside = coalesce((SELECT aside FROM draft WHERE user = :user AND filing = :filing AND step = :step AND
		aside = :command AND dropped IS NULL), '');
-- It stands aside, so that another can be begun.
-- name: draft_drop
UPDATE OR REPLACE draft SET dropped = :at, aside = :to
WHERE user = :user AND filing = :filing AND step = :step AND aside = :aside AND dropped IS NULL;
-- It is the usual one again, if there is none.
-- name: draft_restore
UPDATE draft SET dropped = NULL, aside = CASE WHEN EXISTS (SELECT 1 FROM draft d
	WHERE d.user = :user AND d.filing = :filing AND d.step = :step AND d.aside = '') THEN aside ELSE '' END
WHERE user = :user AND filing = :filing AND step = :step AND aside = :aside;
-- name: drafts_forget
DELETE FROM draft WHERE user = :user AND dropped IS NOT NULL;
-- A draft of a filing that is not there yet is called by the first name in it.
-- name: drafts_read
SELECT d.filing, d.step, d.aside, d.edition, d.seen, d.focus, d.at, d.command, d.dropped, d.body, coalesce(
	nullif(f.title, ''), nullif(d.title, ''),
	(SELECT atom FROM json_tree(d.body) WHERE key = 'nama' AND type = 'text' LIMIT 1), '')
FROM draft d LEFT JOIN filing f ON f.id = d.filing
WHERE d.user = :user ORDER BY d.dropped IS NOT NULL, d.at DESC;

-- name: presence_enter
INSERT INTO presence (pid, started, user, filing, step, since)
VALUES (:pid, :started, :user, :filing, :step, :since)
ON CONFLICT (pid) DO UPDATE SET started = excluded.started, user = excluded.user, filing = excluded.filing,
	step = excluded.step, since = excluded.since;
-- name: presence_leave
DELETE FROM presence WHERE pid = :pid;
-- name: presence_of
SELECT pid, started, user, step, since FROM presence WHERE filing = :filing AND pid <> :pid ORDER BY since;
-- name: presence_all
-- scan: one row for each desk that runs, or died
SELECT pid, started FROM presence;
