-- What was found when a summons was carried out. Of one recorded before this, the last form of its filing says it.
ALTER TABLE summons ADD COLUMN met TEXT NOT NULL DEFAULT '';
ALTER TABLE summons ADD COLUMN met_as TEXT NOT NULL DEFAULT '';
ALTER TABLE summons ADD COLUMN hour TEXT NOT NULL DEFAULT '';
ALTER TABLE summons ADD COLUMN resi TEXT NOT NULL DEFAULT '';
ALTER TABLE summons ADD COLUMN cause TEXT NOT NULL DEFAULT '';
ALTER TABLE summons ADD COLUMN medium TEXT NOT NULL DEFAULT '';
ALTER TABLE summons ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE summons ADD COLUMN first INTEGER;
ALTER TABLE summons ADD COLUMN received INTEGER;
CREATE TEMP TABLE told AS
SELECT f.id AS filing, CAST(json_extract(r.body, '$.panggilan_ke') AS INTEGER) AS number, max(r.event) AS event, r.body
FROM revision r JOIN filing f ON f.seq = r.filing WHERE r.form = 'hasil' GROUP BY 1, 2;
CREATE INDEX temp.told_of ON told (filing, number);
UPDATE summons SET (met, met_as, hour, resi, note, first, received) = (
	SELECT ifnull(body ->> '$.bertemu', ''), ifnull(body ->> '$.hubungan', ''), ifnull(body ->> '$.jam', ''),
		ifnull(body ->> '$.resi', ''), ifnull(body ->> '$.keterangan', ''),
		CAST(julianday(body ->> '$.pengumuman') - 2440587.5 AS INTEGER),
		CAST(julianday(body ->> '$.diterima') - 2440587.5 AS INTEGER)
	FROM told WHERE told.filing = summons.filing AND told.number = summons.number)
WHERE EXISTS (SELECT 1 FROM told WHERE told.filing = summons.filing AND told.number = summons.number);
DROP TABLE told;

PRAGMA user_version = 19;
