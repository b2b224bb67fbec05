-- Virtual accounts that can be paid: the worker asks the bank for them when no notice comes.

-- name: va_by_customer
SELECT filing, trx, customer_no, number, bank, amount, expires, state FROM va WHERE customer_no = :customer;

-- name: va_live_after
SELECT filing, trx, customer_no, number, bank, amount, expires FROM va
WHERE state = 'live' AND closing = '' AND trx > :after ORDER BY trx LIMIT 1;

-- name: sync_mark
SELECT mark FROM sync_mark WHERE one = 1;
-- name: sync_mark_write
INSERT INTO sync_mark (one, mark, at) VALUES (1, :mark, :at) ON CONFLICT (one) DO UPDATE SET mark = excluded.mark, at = excluded.at;
