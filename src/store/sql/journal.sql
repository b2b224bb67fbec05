-- Money: e-SKUM, virtual accounts, payments, and the journal that always sums to zero.

-- name: skum_write
INSERT INTO skum (filing, round, number, issued, total, bank, who)
VALUES (:filing, :round, :number, :issued, :total, :bank, :who);
-- name: skum_line_write
INSERT INTO skum_line (filing, round, line, component, label, times, each, amount, basis)
VALUES (:filing, :round, :line, :component, :label, :times, :each, :amount, :basis);

-- name: va_write
INSERT INTO va (trx, filing, round, customer_no, number, bank, amount, asked, expires, agreed, state, note, closing)
VALUES (:trx, :filing, :round, :customer_no, :number, :bank, :amount, :asked, :expires, :agreed, :state, :note, :closing)
ON CONFLICT (trx) DO UPDATE SET number = excluded.number, expires = excluded.expires, agreed = excluded.agreed,
	state = excluded.state, note = excluded.note, closing = excluded.closing;

-- name: payment_write
INSERT INTO payment (id, filing, trx, amount, at, arrived, channel, reference, source, suspense, note, bank)
VALUES (:id, :filing, :trx, :amount, :at, :arrived, :channel, :reference, :source, :suspense, :note, :bank);
-- An entry gets its lines while it is open; sealing it is what checks the sum.
-- name: journal_open
INSERT INTO journal_entry (filing, posted, what, who, at, payout, reverses)
VALUES (:filing, :posted, :what, :who, :at, :payout, :reverses)
RETURNING number;
-- name: journal_line_write
INSERT INTO journal_line (entry, line, account, amount, category, bank)
VALUES (:entry, :line, :account, :amount, :category, :bank);
-- name: journal_seal
UPDATE journal_entry SET sealed = 1 WHERE number = :entry;

-- name: journal_wrong
-- scan: a check of everything, asked for by a person
SELECT e.number FROM journal_entry e LEFT JOIN journal_line l ON l.entry = e.number
GROUP BY e.number HAVING e.sealed = 0 OR count(l.line) < 2 OR sum(l.amount) <> 0 LIMIT 1;
-- name: journal_sum
-- scan: a check of everything, asked for by a person
SELECT ifnull(sum(amount), 0) FROM journal_line;
