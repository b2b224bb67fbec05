-- Virtual accounts that can be paid: the worker asks the bank for them when no notice comes.

-- name: va_by_customer
SELECT filing, trx, customer_no, number, bank, amount, expires, state FROM va WHERE customer_no = :customer;

-- name: va_live_after
SELECT filing, trx, customer_no, number, bank, amount, expires FROM va
WHERE state = 'live' AND closing = 'asked' AND trx > :after ORDER BY trx LIMIT 1;
