-- name: town_by_name
SELECT size FROM town WHERE name = :name;
