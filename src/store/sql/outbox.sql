-- Messages to bank, SIPP and by mail. Only the first open message of a filing to a receiver may be sent: what was
-- decided first arrives first, and one filing's trouble holds up no other's. Letters by mail do not wait for each other:
-- one address must not hold up the other parties of its case.

-- name: outbox_due
SELECT o.number FROM outbox o
WHERE o.state IN ('waiting', 'sending') AND o.due <= :now AND o.receiver <> :without AND NOT EXISTS (
	SELECT 1 FROM outbox e WHERE e.receiver = o.receiver AND o.receiver <> 'mail' AND e.filing = o.filing AND e.rowid < o.rowid
	AND e.state IN ('waiting', 'sending'))
ORDER BY o.due LIMIT 1;
-- A lease that ran out counts as a try: what it carried may have been sent.
-- name: outbox_take
UPDATE outbox SET state = 'sending', lease_by = :worker, due = :until, tries = tries + (state = 'sending')
WHERE number = :number;
-- A try is put off by a minute or so: what is due much later was put off by a clock that was wrong.
-- name: outbox_reclaim
-- scan: along the partial index of open messages, once as the worker begins
UPDATE outbox SET state = 'waiting', lease_by = '', tries = tries + 1,
	due = iif(state = 'sending' AND receiver = 'mail', :settled, :now)
WHERE state IN ('waiting', 'sending') AND (state = 'sending' OR (tries > 0 AND due > :now + 300000));

-- name: outbox_next_due
-- scan: along the partial index of open messages, by due, as far as the first that is not held up
SELECT o.due FROM outbox o
WHERE o.state IN ('waiting', 'sending') AND o.receiver <> :without AND NOT EXISTS (
	SELECT 1 FROM outbox e WHERE e.receiver = o.receiver AND o.receiver <> 'mail' AND e.filing = o.filing AND e.rowid < o.rowid
	AND e.state IN ('waiting', 'sending'))
ORDER BY o.due LIMIT 1;

-- name: outbox_again
UPDATE outbox SET state = 'waiting', lease_by = '', tries = tries + 1, due = :due, error = :error
WHERE number = :number AND state IN ('waiting', 'sending');
-- name: outbox_close
UPDATE outbox SET state = :state, lease_by = '', error = :error WHERE number = :number;
-- A message that is just being sent is left to its sender.
-- name: outbox_retry
UPDATE outbox SET state = 'waiting', lease_by = '', due = :now
WHERE number = :number AND state IN ('waiting', 'dead');

-- name: outbox_cancel
UPDATE outbox SET state = 'done', lease_by = '', error = :said
WHERE number = :number AND state IN ('waiting', 'dead') RETURNING 1;

-- name: outbox_one
SELECT o.number, o.filing, o.receiver, o.kind, o.key, o.state, o.body, o.tries, o.made, o.due, o.error, f.title
FROM outbox o JOIN filing f ON f.id = o.filing WHERE o.number = :number;
-- name: outbox_of_filing
SELECT o.number, o.filing, o.receiver, o.kind, o.key, o.state, o.body, o.tries, o.made, o.due, o.error, f.title
FROM outbox o JOIN filing f ON f.id = o.filing WHERE o.filing = :filing ORDER BY o.number;
-- name: outbox_unfinished
-- scan: the partial index holds just the rows that are wanted
SELECT o.number, o.filing, o.receiver, o.kind, o.key, o.state, o.body, o.tries, o.made, o.due, o.error, f.title
FROM outbox o CROSS JOIN filing f ON f.id = o.filing WHERE o.state <> 'done' ORDER BY o.number LIMIT :most;

-- name: letter_taken_last
-- scan: from the newest event back to the first letter, once when a person asks
SELECT at FROM event WHERE act = 'panggilan.terkirim' ORDER BY number DESC LIMIT 1;

-- name: link_read
SELECT up, since, error, ifnull((SELECT apart FROM partner_clock c WHERE c.name = link.name), 0) FROM link WHERE name = :name;
-- name: link_write
INSERT INTO link (name, up, since, error) VALUES (:name, :up, :at, :error)
ON CONFLICT (name) DO UPDATE SET since = iif(up = excluded.up, since, excluded.since),
	up = excluded.up, error = excluded.error;
-- name: clock_read
SELECT apart, boot, booted FROM partner_clock WHERE name = :name;
-- name: clock_write
INSERT INTO partner_clock (name, apart, measured, boot, booted) VALUES (:name, :apart, :now, :boot, :booted)
ON CONFLICT (name) DO UPDATE SET apart = excluded.apart, measured = excluded.measured, boot = excluded.boot,
	booted = excluded.booted;
-- name: clock_farthest
-- scan: a row for each partner
SELECT name, iif(boot = :boot AND boot <> '', booted + :ran - :now, apart) AS off, measured
FROM partner_clock ORDER BY abs(off) DESC LIMIT 1;
-- name: link_waiting
SELECT count(*) FROM outbox WHERE receiver = :name AND state IN ('waiting', 'sending');
