-- A decision, row by row.

-- name: apply_open
INSERT INTO filing (id, version, reg, title, title_key, type, alur, opened, counts_from, stage, stage_state, stage_waits, stage_since)
VALUES (:filing, :version, :reg, :title, :key, :type, :alur, :at, :counts_from, :stage, :state, :waits, coalesce(:since, :at))
RETURNING seq;

-- Most steps say again what it is called; indexes are touched only when it is called something else.
-- name: apply_title
UPDATE filing SET title = :title, title_key = :key, type = :type, alur = :alur
WHERE seq = :seq AND (title, type, alur) IS NOT (:title, :type, :alur);

-- What it is found by: the title, every party's name, and of a NIK as much as many people share (district
-- and day of birth); from nine digits on the index of whole NIKs finds few.
-- name: apply_words
UPDATE filing SET words = :key || ifnull(
	(SELECT group_concat(' ' || key || ' ' || substr(nik, 1, 8), '') FROM party WHERE filing = :seq), '')
WHERE seq = :seq;

-- name: apply_fill
INSERT INTO revision (filing, form, event, body) VALUES (:seq, :form, :event, :body) RETURNING number;

-- name: apply_step
INSERT INTO step (filing, key, state, opened, done, turned, spent, waited, round, waits_for)
VALUES (:seq, :key, :state, :opened, :done, :turned, :spent, :waited, :round, :waits_for)
ON CONFLICT (filing, key) DO UPDATE SET state = excluded.state, opened = excluded.opened,
	done = excluded.done, turned = excluded.turned, spent = excluded.spent, waited = excluded.waited, round = excluded.round, waits_for = excluded.waits_for;

-- name: apply_verdict
INSERT INTO verdict (filing, round, yes, back_to, message, who, at)
VALUES (:filing, :round, :yes, :back_to, :message, :who, :at);
-- name: apply_verdict_item
INSERT INTO verdict_item (filing, round, place, key, answer, remark)
VALUES (:filing, :round, :place, :key, :answer, :remark);

-- name: apply_case_number
INSERT INTO case_number (filing, number, sipp_id, sequence, registered, given)
VALUES (:filing, :number, :sipp_id, :sequence, :registered, :given)
ON CONFLICT (filing) DO UPDATE SET number = excluded.number, sipp_id = excluded.sipp_id,
	sequence = excluded.sequence, registered = excluded.registered, given = excluded.given;
-- name: apply_registered
UPDATE filing SET registered = :registered WHERE seq = :seq;

-- name: apply_summons
INSERT INTO summons (filing, number, party, name, label, address, area, channel, reason, hearing, time, room,
	bailiff, deadline, outcome, served, proper, worth, met, met_as, hour, resi, cause, medium, note, first, received,
	follows, base, mended, dropped, booked, ordered, recorded)
VALUES (:filing, :number, :party, :name, :label, :address, :area, :channel, :reason, :hearing, :time, :room,
	:bailiff, :deadline, :outcome, :served, :proper, :worth, :met, :met_as, :hour, :resi, :cause, :medium, :note,
	:first, :received, :follows, :base, :mended, :dropped, :booked, :ordered, :recorded)
ON CONFLICT (filing, number) DO UPDATE SET party = excluded.party, name = excluded.name,
	label = excluded.label, address = excluded.address, area = excluded.area, channel = excluded.channel,
	reason = excluded.reason, hearing = excluded.hearing, time = excluded.time, room = excluded.room,
	bailiff = excluded.bailiff, deadline = excluded.deadline, outcome = excluded.outcome,
	served = excluded.served, proper = excluded.proper, worth = excluded.worth, met = excluded.met,
	met_as = excluded.met_as, hour = excluded.hour, resi = excluded.resi, cause = excluded.cause,
	medium = excluded.medium, note = excluded.note, first = excluded.first, received = excluded.received,
	mended = excluded.mended, dropped = excluded.dropped, booked = excluded.booked,
	recorded = excluded.recorded;
-- name: apply_summons_cost
INSERT INTO summons_cost (filing, number, place, category, what, amount)
VALUES (:filing, :number, :place, :category, :what, :amount) ON CONFLICT DO NOTHING;

-- name: apply_warnings_gone
DELETE FROM warning WHERE filing = :seq AND step = :step;
-- name: apply_warning
INSERT INTO warning (filing, step, place, field, sentence, word1, word2, word3)
VALUES (:seq, :step, :place, :field, (SELECT number FROM sentence WHERE text = :text), :word1, :word2, :word3);
-- name: apply_sentence
INSERT INTO sentence (text) VALUES (:text) ON CONFLICT (text) DO NOTHING;

-- name: apply_sipp_note
UPDATE filing SET sipp_note = :note WHERE seq = :seq;
-- In a month that is closed nothing ends any more.
-- name: apply_end
UPDATE filing SET ended = max(:ended, 1 + ifnull((SELECT max(month) FROM closed_pace), :ended - 1)) WHERE seq = :seq;

-- The first number of a counter is 1.
-- name: apply_counter
INSERT INTO counter (name, next) VALUES (:name, 2) ON CONFLICT (name) DO UPDATE SET next = next + 1;

-- name: apply_event
INSERT INTO event (filing, version, command, at, who, step, act, text, news, detail)
VALUES (:seq, :version, :command, :at, :who, :step, :act, :text, :news, :detail) RETURNING number;

-- The same message decided again is the same key, and stays the one it was.
-- name: apply_message
INSERT INTO outbox (filing, receiver, kind, key, body, made, due)
VALUES (:filing, :receiver, :kind, :key, :body, :at, :due)
ON CONFLICT (key) DO NOTHING;
-- One that was given up is not sent any more: the other says what it said.
-- name: apply_replaced
UPDATE outbox SET state = 'done', error = :said WHERE key = :key AND state = 'dead';
-- name: apply_answered
UPDATE outbox SET state = 'done', lease_by = '', error = '' WHERE number = :number;

-- A blank step has no `since`: then the filing is there since it arrived.
-- name: apply_stage
UPDATE filing SET version = :version, stage_state = :state, stage_waits = :waits, stage = :stage,
	stage_since = coalesce(:since, CASE stage WHEN :stage THEN stage_since END, :at)
WHERE seq = :seq;
