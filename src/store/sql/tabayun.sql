-- Requests of other courts. Columns in the order of tabayun_fields (src/court/tabayun.c).

-- name: tabayun_write
INSERT INTO tabayun (id, year, number, received, sender, letter, dated, case_number, kind, party, role, identity, address, matter, sides,
	hearing, hour, place, verdict, fee, note, appointed, bailiff, served, met_at, outcome, met, met_as, said, handed, sent, cover, resi, who, at)
VALUES (:id, :year, :number, :received, :sender, :letter, :dated, :case_number, :kind, :party, :role, :identity, :address, :matter, :sides,
	:hearing, :hour, :place, :verdict, :fee, :note, :appointed, :bailiff, :served, :met_at, :outcome, :met, :met_as, :said, :handed, :sent, :cover, :resi, :who, :at)
ON CONFLICT (id) DO UPDATE SET appointed = excluded.appointed, bailiff = excluded.bailiff, served = excluded.served, met_at = excluded.met_at, outcome = excluded.outcome,
	met = excluded.met, met_as = excluded.met_as, said = excluded.said, handed = excluded.handed, sent = excluded.sent,
	cover = excluded.cover, resi = excluded.resi,
	who = excluded.who, at = excluded.at;
-- name: tabayun_last
SELECT ifnull(max(number), 0) FROM tabayun WHERE year = :year;
-- The same command again, or the same request by another way.
-- name: tabayun_same
SELECT id, year, number FROM tabayun WHERE id = :id
UNION ALL
SELECT id, year, number FROM tabayun
WHERE case_number = :case_number AND party = :party AND kind = :kind AND hearing IS :hearing AND sender = :sender
LIMIT 1;
-- Those of the year with these numbers, and if asked for what is not answered of earlier years.
-- name: tabayun_rows
SELECT id, year, number, received, sender, letter, dated, case_number, kind, party, role, identity, address, matter, sides,
	hearing, hour, place, verdict, fee, note, appointed, bailiff, served, met_at, outcome, met, met_as, said, handed, sent, cover, resi
FROM tabayun WHERE (year = :year AND number BETWEEN :first AND :last) OR (year < :year AND sent IS NULL AND :open)
ORDER BY year, number;
