-- What the bank told of a payment and what it was answered: status, verdict and body are columns, so that the same
-- notice gets the same answer whatever the body looks like.

CREATE TABLE told (
	bank TEXT NOT NULL,
	payment TEXT NOT NULL,    -- paymentRequestId
	account TEXT NOT NULL,    -- digits of the virtual account
	amount INTEGER NOT NULL,  -- rupiah; -1: the bank named none
	verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'no-such-va') OR verdict IN ('wrong-amount', 'already-paid')
		OR verdict = 'expired'),
	status INTEGER NOT NULL,  -- HTTP
	body TEXT NOT NULL,       -- JSON, as it was sent
	at INTEGER NOT NULL,
	PRIMARY KEY (bank, payment)
) STRICT, WITHOUT ROWID;

-- An X-EXTERNAL-ID is used once for each service and day.
CREATE TABLE notice_id (
	bank TEXT NOT NULL,
	service TEXT NOT NULL,
	day INTEGER NOT NULL,     -- Jakarta's
	id TEXT NOT NULL,
	payment TEXT NOT NULL,    -- which it told of; '' the bank named none
	at INTEGER NOT NULL,
	PRIMARY KEY (bank, service, day, id)
) STRICT, WITHOUT ROWID;

-- Both were rows of one table: 'BANK/payment/ID' with 'ACCOUNT/AMOUNT' and the answer, and 'BANK/SERVICE/DAY/ID' with the
-- first's key and no answer.
INSERT INTO told
SELECT substr(key, 1, instr(key, '/payment/') - 1), substr(key, instr(key, '/payment/') + length('/payment/')),
	substr(digest, 1, instr(digest, '/') - 1), CAST(substr(digest, instr(digest, '/') + 1) AS INTEGER),
	CASE substr(answer ->> '$.responseCode', 1, 3) || substr(answer ->> '$.responseCode', 6, 2)
		WHEN '20000' THEN 'accepted' WHEN '40413' THEN 'wrong-amount' WHEN '40414' THEN 'already-paid'
		WHEN '40419' THEN 'expired' ELSE 'no-such-va' END,
	CAST(substr(answer ->> '$.responseCode', 1, 3) AS INTEGER), answer, at
FROM notice WHERE answer <> '';

WITH bank (bank, rest, payment, at) AS (
	SELECT substr(key, 1, instr(key, '/') - 1), substr(key, instr(key, '/') + 1), digest, at FROM notice WHERE answer = ''
), service (bank, service, rest, payment, at) AS (
	SELECT bank, substr(rest, 1, instr(rest, '/') - 1), substr(rest, instr(rest, '/') + 1),
		substr(payment, length(bank) + length('/payment/') + 1), at FROM bank
)
INSERT INTO notice_id
SELECT bank, service, CAST(julianday(substr(rest, 1, 10)) - julianday('1970-01-01') AS INTEGER), substr(rest, 12),
	payment, at FROM service;

DROP TABLE notice;
ALTER TABLE told RENAME TO notice;

PRAGMA user_version = 10;
