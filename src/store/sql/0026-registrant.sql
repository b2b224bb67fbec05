-- Who registered before, by what finds him: the NIK, a name, the number of a card or a body. The newest filing of each
-- tells what is proposed: one for the account, one for the evidence. A name that two people have finds none of them.
CREATE TABLE registrant (
	key TEXT NOT NULL PRIMARY KEY,
	nik TEXT NOT NULL,
	account INTEGER REFERENCES filing (seq),
	evidence INTEGER REFERENCES filing (seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX registrant_account ON registrant (account);
INSERT OR REPLACE INTO registrant (key, nik, account, evidence)
SELECT 'nik ' || json_extract(a.body, '$.nik'), json_extract(a.body, '$.nik'), f.seq, iif(e.step IS NULL, NULL, f.seq)
FROM filing f JOIN fill a ON a.filing = f.id AND a.step = 'akun' LEFT JOIN fill e ON e.filing = f.id AND e.step = 'pendaftar'
WHERE json_extract(a.body, '$.nik') <> '' ORDER BY f.seq;

PRAGMA user_version = 26;
