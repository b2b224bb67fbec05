-- One filing, whole, and how it is found.

-- name: filing_row
SELECT seq, version, reg, title, opened, counts_from, sipp_note FROM filing WHERE id = :filing;

-- name: filing_seq
SELECT seq FROM filing WHERE id = :filing;

-- name: filing_steps
SELECT key, state, opened, done, turned, spent, waited, round, waits_for FROM step WHERE filing = :seq;

-- name: filing_fills
SELECT r.form, e.who, e.at, r.body FROM revision r JOIN event e ON e.number = r.event
WHERE r.filing = :seq AND r.event = (SELECT max(event) FROM revision WHERE filing = r.filing AND form = r.form)
ORDER BY (SELECT min(event) FROM revision WHERE filing = r.filing AND form = r.form);

-- name: filing_skum
SELECT round, number, issued, total, bank, who FROM skum WHERE filing = :filing ORDER BY round DESC LIMIT 1;

-- name: filing_skum_lines
SELECT component, label, times, each, amount, basis FROM skum_line
WHERE filing = :filing AND round = :round ORDER BY line;

-- name: filing_vas
SELECT round, trx, customer_no, number, bank, amount, asked, expires, agreed, state, note, closing FROM va
WHERE filing = :filing ORDER BY rowid;

-- name: filing_payments
SELECT id, trx, amount, at, arrived, channel, reference, source, suspense, note, outcome, bank FROM payment
WHERE filing = :filing ORDER BY rowid;

-- What the court still holds of the advance, what of it is on its way back, and what became the State's.
-- name: filing_panjar
SELECT ifnull(sum(iif(l.account = 'panjar', -l.amount, 0)), 0),
	ifnull(sum(iif(l.account = 'pengembalian', -l.amount, 0)), 0),
	ifnull(sum(iif(l.account = 'negara', -l.amount, 0)), 0)
FROM journal_entry e JOIN journal_line l ON l.entry = e.number WHERE e.filing = :filing;

-- name: filing_verdict
SELECT round, yes, back_to, message, who, at FROM verdict WHERE filing = :filing ORDER BY round DESC LIMIT 1;

-- name: filing_verdict_items
SELECT key, answer, remark FROM verdict_item WHERE filing = :filing AND round = :round ORDER BY place;

-- name: filing_case_number
SELECT number, sipp_id, sequence, registered, given FROM case_number WHERE filing = :filing;

-- name: filing_summonses
SELECT number, party, name, label, address, area, channel, reason, hearing, time, room, bailiff, deadline,
	outcome, served, proper, worth, met, met_as, hour, resi, cause, medium, note, first, received, follows, base,
	mended, dropped, booked, ordered, recorded
FROM summons WHERE filing = :filing ORDER BY number;

-- name: filing_summons_costs
SELECT number, category, what, amount FROM summons_cost WHERE filing = :filing ORDER BY number, place;

-- name: filing_warnings
SELECT w.step, w.field, s.text, w.word1, w.word2, w.word3 FROM warning w JOIN sentence s ON s.number = w.sentence
WHERE w.filing = :seq ORDER BY w.step, w.place;

-- name: imported_find
SELECT f.reg FROM imported i JOIN filing f ON f.id = i.filing WHERE i.digest = :digest;
-- What is imported once more on purpose is the one that is known from then on.
-- name: imported_write
INSERT INTO imported (digest, filing) VALUES (:digest, :filing)
ON CONFLICT (digest) DO UPDATE SET filing = excluded.filing;

-- ---- by name ----

-- name: filing_by_id
SELECT id FROM filing WHERE id = upper(:name);
-- name: filing_by_reg
SELECT id FROM filing WHERE reg = :name;
-- name: filing_by_number
-- However it is written (case_number_key); the court's own code may be left out.
SELECT filing FROM case_number WHERE number >= :low AND number < :high
	AND (replace(lower(number), '.', '') = :case
	OR :series AND substr(replace(lower(number), '.', ''), 1, length(:case) + 1) = :case || '/');
-- name: filing_by_trx
SELECT filing FROM va WHERE trx = :name;
-- A number may have been given out again years later: the newest is meant.
-- name: filing_by_va_number
SELECT filing FROM va WHERE number = :name AND number <> '' ORDER BY rowid DESC LIMIT 1;
-- name: filing_by_customer
SELECT filing FROM va WHERE customer_no = :name;

-- ---- the numbers of a series: the text behind the first slash, "Pdt.G/2026/PA.Cth" ----

-- The highest below a number that SIPP gave.
-- name: series_below
SELECT max(sequence) FROM case_number
WHERE substr(number, instr(number, '/') + 1) = substr(:number, instr(:number, '/') + 1) AND sequence < :sequence;
-- name: series_holder
SELECT f.reg FROM case_number n JOIN filing f ON f.id = n.filing WHERE n.number = :number AND n.filing <> :filing;
-- name: series_read
SELECT filing FROM case_number WHERE substr(number, instr(number, '/') + 1) = :series ORDER BY sequence;

-- name: counter_next
SELECT next FROM counter WHERE name = :name;

-- ---- documents ----

-- name: document_write
INSERT INTO document (digest, name, kind, size, at) VALUES (:digest, :name, :kind, :size, :at)
ON CONFLICT (digest) DO NOTHING;

-- name: command_find
SELECT version, text FROM event WHERE command = :command;
