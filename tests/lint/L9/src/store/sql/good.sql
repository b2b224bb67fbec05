-- name: town_by_name
SELECT size FROM town WHERE name = :name;

-- name: towns
-- scan: all of them are wanted
SELECT size FROM town;
