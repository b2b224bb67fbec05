-- Filled forms as JSON: texts of the form itself, and lists of rows of texts.

-- A path is $, $.pihak[0] or $."dok_lain"[2]; the row counts from 1.
-- name: body_values
SELECT
	CASE path WHEN '$' THEN '' ELSE replace(substr(path, 3, instr(path, '[') - 3), '"', '') END,
	CASE path WHEN '$' THEN 0 ELSE CAST(substr(path, instr(path, '[') + 1) AS INTEGER) + 1 END,
	key, atom
FROM json_tree(:body)
WHERE type NOT IN ('object', 'array', 'null');
