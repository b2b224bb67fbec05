-- The number of an e-SKUM names the register of its case, so each register counts its own. A series goes on after its
-- last number; where a number does not tell count and register, it goes on after the last of all.

WITH register (code) AS (VALUES ('Pdt.G'), ('Pdt.P'), ('Pdt.GS')),
year (name, next) AS (SELECT substr(name, 6), next FROM counter WHERE name LIKE 'skum/%'),
told (year, code, count) AS (
	SELECT y.name, r.code, CAST(s.number AS INTEGER) FROM skum s
		JOIN year y ON instr(s.number, '/' || y.name || '/') > 0
		JOIN register r ON instr(s.number, '/' || r.code || '/') > 0
		WHERE CAST(s.number AS INTEGER) BETWEEN 1 AND y.next - 1)
INSERT INTO counter (name, next)
SELECT 'skum/' || r.code || '/' || y.name,
	CASE WHEN (SELECT count(*) FROM told t WHERE t.year = y.name) = y.next - 1
		THEN coalesce((SELECT max(t.count) FROM told t WHERE t.year = y.name AND t.code = r.code), 0) + 1
		ELSE y.next
	END
FROM register r, year y;

PRAGMA user_version = 35;
