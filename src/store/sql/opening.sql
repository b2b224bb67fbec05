-- An account of the court taken over from the book on paper.

-- name: opening_write
INSERT INTO opening (closing, bank, entry) VALUES (:closing, :bank, :entry);
-- name: opening_one
-- scan: the deposits, of which a court makes one a week
SELECT o.bank, ifnull(o.entry, 0), EXISTS (SELECT 1 FROM deposit d JOIN journal_line h ON h.account = d.account
	WHERE h.entry = o.entry AND d.last_entry >= o.entry)
FROM opening o WHERE o.closing = :closing;
-- What it was made of; what somebody is owed is more than zero.
-- name: opening_parts
SELECT l.account, a.name, -l.amount FROM journal_line l JOIN account a ON a.key = l.account
WHERE l.entry = :entry AND l.account <> 'bank' ORDER BY l.line;
-- Money in suspense that was taken over with it, when the berita acara is corrected.
-- name: opening_suspense_end
UPDATE payment SET settled = :at, outcome = 'kembali', reason = :reason, settled_by = :who
WHERE id IN (SELECT 'AWAL:' || :closing || ':' || l.line FROM journal_line l WHERE l.entry = :entry AND l.account = 'suspense');
