-- When money came, beside the bank's own time of it, and what the reports of closed months said.

ALTER TABLE va ADD COLUMN asked INTEGER;  -- when the bank was asked for it; NULL: before this was kept
UPDATE va SET asked = (SELECT made FROM outbox WHERE kind = 'create-va' AND body ->> '$.trx' = va.trx
	ORDER BY number LIMIT 1);

-- When we were told of it: its day is the journal's, `at` is the bank's time.
DROP TRIGGER payment_settled_once;
ALTER TABLE payment ADD COLUMN arrived INTEGER;
UPDATE payment SET arrived = at;
UPDATE payment SET arrived = entry.at FROM (
	SELECT p.id, e.at, row_number() OVER (PARTITION BY p.id ORDER BY abs(e.at - p.at)) AS place
	FROM payment p JOIN journal_entry e ON e.filing IS p.filing JOIN journal_line l ON l.entry = e.number
	WHERE l.account = 'bank' AND l.amount = p.amount) entry
WHERE entry.id = payment.id AND entry.place = 1;
CREATE TRIGGER payment_settled_once BEFORE UPDATE ON payment WHEN OLD.settled IS NOT NULL OR OLD.suspense = 0
OR NEW.id <> OLD.id OR NEW.amount <> OLD.amount OR NEW.at <> OLD.at OR NEW.arrived IS NOT OLD.arrived BEGIN
	SELECT RAISE (ABORT, 'payment_settled_once');
END;

-- The report of a closed month as it was when the month was closed. Months closed before this are counted each time.
CREATE TABLE closed_figure (
	month INTEGER NOT NULL,  -- its last day
	type TEXT NOT NULL,      -- of case; '' not filled in
	received INTEGER NOT NULL,
	numbered INTEGER NOT NULL,
	returned INTEGER NOT NULL,
	waiting INTEGER NOT NULL,
	summoned INTEGER NOT NULL,
	panjar INTEGER NOT NULL,
	PRIMARY KEY (month, type)
) STRICT, WITHOUT ROWID;
-- Minutes: of each step of the SOP, and of corrections after a return (step '').
CREATE TABLE closed_pace (
	month INTEGER NOT NULL,
	step TEXT NOT NULL,
	norm INTEGER NOT NULL,
	count INTEGER NOT NULL,
	mean INTEGER NOT NULL,
	median INTEGER NOT NULL,
	p90 INTEGER NOT NULL,
	longest INTEGER NOT NULL,
	within INTEGER NOT NULL,  -- per cent
	PRIMARY KEY (month, step)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER closed_figure_change BEFORE UPDATE ON closed_figure BEGIN
	SELECT RAISE (ABORT, 'closed_stays');
END;
CREATE TRIGGER closed_figure_stays BEFORE DELETE ON closed_figure BEGIN
	SELECT RAISE (ABORT, 'closed_stays');
END;
CREATE TRIGGER closed_pace_change BEFORE UPDATE ON closed_pace BEGIN
	SELECT RAISE (ABORT, 'closed_stays');
END;
CREATE TRIGGER closed_pace_stays BEFORE DELETE ON closed_pace BEGIN
	SELECT RAISE (ABORT, 'closed_stays');
END;

-- Time at the counter: since when a step is in its state, and what bank or SIPP kept it waiting. Steps that ended before
-- keep the minutes they were counted with.
ALTER TABLE step ADD COLUMN turned INTEGER;
ALTER TABLE step ADD COLUMN waited INTEGER NOT NULL DEFAULT 0;
UPDATE step SET turned = opened;
ALTER TABLE filing ADD COLUMN stage_waits TEXT NOT NULL DEFAULT '';
UPDATE filing SET stage_waits = coalesce((SELECT waits_for FROM step
	WHERE filing = filing.seq AND state = 'waiting' AND waits_for IN ('bank', 'sipp') ORDER BY opened DESC LIMIT 1), '')
WHERE stage_state = 'waiting';
DROP VIEW listed;
CREATE VIEW listed AS
SELECT f.seq, f.id, f.reg, n.number, f.title, f.title_key, f.type, f.stage, f.stage_state, f.stage_waits, f.stage_since,
	f.words
FROM filing f LEFT JOIN case_number n ON n.filing = f.id;

PRAGMA user_version = 16;
