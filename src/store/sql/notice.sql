-- The bank's notices and what they were answered.

-- name: notice_find
SELECT bank, payment, account, amount, verdict, status, body, at FROM notice WHERE bank = :bank AND payment = :payment;
-- name: notice_write
INSERT INTO notice (bank, payment, account, amount, verdict, status, body, at)
VALUES (:bank, :payment, :account, :amount, :verdict, :status, :body, :at) ON CONFLICT DO NOTHING;
-- name: notice_id_find
SELECT payment FROM notice_id WHERE bank = :bank AND service = :service AND day = :day AND id = :id;
-- name: notice_id_write
INSERT INTO notice_id (bank, service, day, id, payment, at) VALUES (:bank, :service, :day, :id, :payment, :at)
ON CONFLICT DO NOTHING;
