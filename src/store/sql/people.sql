-- Parties of a filing, people known by their NIK, users.

-- name: party_gone
DELETE FROM party WHERE filing = :seq;
-- name: party_write
INSERT INTO party (filing, row, side, label, name, key, nik, phone, email, village, born)
VALUES (:seq, :row, :side, :label, :name, :key, :nik, :phone, :email, :village, :born);

-- name: party_running
SELECT f.type, coalesce (n.number, f.reg) FROM party p
JOIN filing f ON f.seq = p.filing LEFT JOIN case_number n ON n.filing = f.id
WHERE p.nik = :nik AND p.nik <> '' AND f.id <> :filing
ORDER BY f.seq DESC LIMIT 20;

-- Others born on a day, whose names are then compared.
-- name: party_born
SELECT f.type, coalesce (n.number, f.reg), p.name FROM party p
JOIN filing f ON f.seq = p.filing LEFT JOIN case_number n ON n.filing = f.id
WHERE p.born = :born AND f.id <> :filing AND (p.nik <> :nik OR :nik = '')
ORDER BY f.seq DESC LIMIT 100;

-- name: renew_next
SELECT seq, title FROM filing WHERE seq > :seq ORDER BY seq LIMIT 1;
-- name: renew_parties
SELECT row, name FROM party WHERE filing = :seq;
-- name: renew_party
UPDATE party SET key = :key WHERE filing = :seq AND row = :row;

-- name: person_write
INSERT INTO person (nik, revision, list, row) VALUES (:nik, :revision, :list, :row)
ON CONFLICT (nik) DO UPDATE SET revision = excluded.revision, list = excluded.list, row = excluded.row;
-- name: person_find
SELECT p.list, p.row, r.body
FROM person p JOIN revision r ON r.number = p.revision WHERE p.nik = :nik;

-- name: registrant_write
INSERT INTO registrant (key, nik, account) VALUES (:key, :nik, :seq)
ON CONFLICT (key) DO UPDATE SET
	account = CASE WHEN key LIKE 'nama %' AND nik <> excluded.nik THEN NULL ELSE excluded.account END,
	nik = CASE WHEN key LIKE 'nama %' AND nik <> excluded.nik THEN '' ELSE excluded.nik END;
-- name: registrant_evidence
UPDATE registrant SET evidence = account WHERE account = :seq;
-- name: registrant_find
SELECT l.step, f.seq = x.account, l.body
FROM registrant x JOIN filing f ON f.seq IN (x.account, x.evidence) JOIN fill l ON l.filing = f.id
WHERE x.key = :key AND (l.step = 'akun' OR (f.seq = x.evidence AND l.step = 'pendaftar'));

-- name: accounts_read
-- scan: who registered for others is looked through now and then
SELECT a.body, ifnull(e.body, '{}'), f.reg, n.filings
FROM (SELECT iif(ifnull(json_extract(body, '$.nik'), '') = '', json_extract(body, '$.nomor_identitas'),
		json_extract(body, '$.nik')) AS nik, count(*) AS filings
	FROM fill WHERE step = 'akun' AND json_extract(body, '$.jenis') <> 'perorangan' GROUP BY 1) n
JOIN registrant x ON x.key = 'nik ' || n.nik JOIN filing f ON f.seq = x.account
JOIN fill a ON a.filing = f.id AND a.step = 'akun'
LEFT JOIN filing g ON g.seq = x.evidence LEFT JOIN fill e ON e.filing = g.id AND e.step = 'pendaftar';

-- name: user_read
SELECT name, full_name, roles, unix_account, disabled, hash FROM user WHERE name = :name;
-- name: user_by_unix
SELECT name, full_name, roles, unix_account, disabled FROM user WHERE unix_account = :account;
-- name: users_read
-- scan: all users are wanted, and a court has some dozens
SELECT name, full_name, roles, unix_account, disabled FROM user ORDER BY name;
-- A password of NULL is the one there is.
-- name: user_write
INSERT INTO user (name, full_name, roles, unix_account, disabled, hash)
VALUES (:name, :full_name, :roles, :unix_account, :disabled, ifnull(:hash, ''))
ON CONFLICT (name) DO UPDATE SET full_name = excluded.full_name, roles = excluded.roles,
	unix_account = excluded.unix_account, disabled = excluded.disabled,
	hash = ifnull(:hash, hash);

-- Counts a try before it is made; no row: it is too early. A time far ahead is of a clock that was wrong.
-- name: login_try
INSERT INTO login_try (user, source, failures, until) VALUES (:user, :source, 1, :now)
ON CONFLICT (user, source) DO UPDATE SET failures = failures + 1,
	until = :now + iif(failures < :free, 0, min(:longest, :delay << min(failures - :free, 16)))
WHERE until <= :now OR until > :now + :longest
RETURNING until;
-- name: login_until
SELECT until FROM login_try WHERE user = :user AND source = :source;
-- name: login_good
DELETE FROM login_try WHERE user = :user AND source = :source;
-- name: login_free
DELETE FROM login_try WHERE user = :user AND failures > :free RETURNING 1;
-- name: login_sweep
-- scan: names that were typed wrong within a day
DELETE FROM login_try WHERE until < :before;

-- name: user_log_write
INSERT INTO user_log (at, who, user, what, was, became) VALUES (:at, :who, :user, :what, :was, :became);
-- name: user_log_read
-- scan: the last ones, newest first
SELECT number, at, who, user, what, was, became FROM user_log WHERE :user IN ('', user) ORDER BY number DESC LIMIT :most;

-- name: pass_sweep
-- scan: some seconds' worth of rows at most
DELETE FROM pass WHERE until < :now;
-- name: pass_write
INSERT INTO pass (hash, user, until) VALUES (:hash, :user, :until);
-- name: pass_take
DELETE FROM pass WHERE hash = :hash AND until >= :now RETURNING user;
