-- Requests of other courts.

-- name: tabayun_write
INSERT INTO tabayun (id, year, number, received, sender, letter, dated, case_number, kind, party, address, hearing, fee, note,
	bailiff, appointed, served, outcome, met, met_as, said, handed, sent, cover, resi, who, at)
VALUES (:id, :year, :number, :received, :sender, :letter, :dated, :case_number, :kind, :party, :address, :hearing, :fee, :note,
	:bailiff, :appointed, :served, :outcome, :met, :met_as, :said, :handed, :sent, :cover, :resi, :who, :at)
ON CONFLICT (id) DO UPDATE SET bailiff = excluded.bailiff, appointed = excluded.appointed, served = excluded.served,
	outcome = excluded.outcome, met = excluded.met, met_as = excluded.met_as, said = excluded.said,
	handed = excluded.handed, sent = excluded.sent, cover = excluded.cover, resi = excluded.resi,
	who = excluded.who, at = excluded.at;
-- name: tabayun_last
SELECT ifnull(max(number), 0) FROM tabayun WHERE year = :year;
-- name: tabayun_one
SELECT id, year, number, received, sender, letter, dated, case_number, kind, party, address, hearing, fee, note,
	bailiff, appointed, served, outcome, met, met_as, said, handed, sent, cover, resi
FROM tabayun WHERE year = :year AND number = :number;
-- The same command again, or the same request by another way.
-- name: tabayun_same
SELECT id, year, number FROM tabayun WHERE id = :id
UNION ALL
SELECT id, year, number FROM tabayun
WHERE case_number = :case_number AND party = :party AND kind = :kind AND hearing IS :hearing AND sender = :sender
LIMIT 1;
-- Those of the year, and of earlier ones what is not answered.
-- name: tabayun_year
SELECT id, year, number, received, sender, letter, dated, case_number, kind, party, address, hearing, fee, note,
	bailiff, appointed, served, outcome, met, met_as, said, handed, sent, cover, resi
FROM tabayun WHERE year = :year
UNION ALL
SELECT id, year, number, received, sender, letter, dated, case_number, kind, party, address, hearing, fee, note,
	bailiff, appointed, served, outcome, met, met_as, said, handed, sent, cover, resi
FROM tabayun WHERE year < :year AND sent IS NULL AND :open
ORDER BY 2, 3;
