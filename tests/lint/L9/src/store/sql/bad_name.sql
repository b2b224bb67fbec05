-- name: village
SELECT name FROM village;
