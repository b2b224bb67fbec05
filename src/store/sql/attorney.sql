-- Register of letters of attorney.

-- name: attorney_write
INSERT INTO attorney (year, number, filing, row, registered)
VALUES (:year, max(:first, ifnull((SELECT max(number) FROM attorney WHERE year = :year), 0) + 1), :filing, :row, :registered)
ON CONFLICT (filing, row) DO NOTHING;
-- name: attorney_year
SELECT number, filing, row, registered FROM attorney WHERE year = :year ORDER BY number;
