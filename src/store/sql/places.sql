-- Villages by code, and by typed words.

-- name: place_edition
-- scan: from its newest end, no further than one
SELECT digest FROM place_edition ORDER BY number DESC LIMIT 1;

-- name: village_row
SELECT code, name, district, regency, province, retired FROM village WHERE code = :code;

-- name: village_by_code
SELECT code, name, district, regency, province, retired FROM village
WHERE code >= :from AND code < :to AND NOT retired ORDER BY code LIMIT :limit;

-- A word of the village's own name leads; up to three more (' jati', ' 2sukamaju' for a district only; '' for none)
-- must begin a word of it or of what it is a part of.
-- name: village_by_own_word
SELECT v.code, v.name, district, regency, province, retired FROM place_word w CROSS JOIN village v ON v.code = w.code
WHERE w.word >= :from AND w.word < :to AND length (w.code) = 13 AND NOT retired
	AND instr (words, :word1) AND instr (words, :word2) AND instr (words, :word3)
LIMIT :limit;

-- The same where the word that leads names a district, a regency or a province (:length of its code; 0: any of them).
-- name: village_by_part_word
SELECT v.code, v.name, district, regency, province, retired FROM place_word w
CROSS JOIN village v ON v.code >= w.code || '.' AND v.code < w.code || '/'
WHERE w.word >= :from AND w.word < :to AND length (w.code) < 13 AND (:length = 0 OR length (w.code) = :length)
	AND NOT retired AND instr (words, :word1) AND instr (words, :word2) AND instr (words, :word3)
LIMIT :limit;

-- ---- a newer file ----

-- name: place_retire_all
-- scan: every place, when a file is taken in
UPDATE place SET retired = 1 WHERE NOT retired;
-- name: place_write
INSERT INTO place (code, name, words, retired) VALUES (:code, :name, :words, 0)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, words = excluded.words, retired = 0;
-- name: place_name
SELECT name FROM place WHERE code = :code AND retired = 0;
-- name: place_counts
-- scan: counted, when a file is taken in
SELECT count (*), count (*) FILTER (WHERE retired) FROM place;
-- name: place_words_clear
DELETE FROM place_word;
-- name: place_word_write
INSERT INTO place_word (word, code) VALUES (:word, :code);
-- name: place_edition_write
INSERT INTO place_edition (digest, who, at, added, renamed, retired)
VALUES (:digest, :who, :at, :added, :renamed, :retired);
