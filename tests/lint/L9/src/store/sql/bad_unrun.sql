-- name: town_by_size
SELECT name FROM town WHERE size = :size;
