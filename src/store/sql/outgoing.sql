-- Letters that go out under a number.

-- name: outgoing_one
SELECT year, number, subject, paper, which, name, dated, recipient, about, case_number, prints, who, at
FROM outgoing WHERE subject = :subject AND paper = :paper AND which = :which;
-- name: outgoing_of
SELECT year, number, subject, paper, which, name, dated, recipient, about, case_number, prints, who, at
FROM outgoing WHERE subject = :subject ORDER BY year, number;
-- name: outgoing_year
SELECT year, number, subject, paper, which, name, dated, recipient, about, case_number, prints, who, at
FROM outgoing WHERE year = :year ORDER BY number;
-- name: outgoing_next
SELECT max(:first, ifnull(max(number), 0) + 1) FROM outgoing WHERE year = :year;
-- name: outgoing_write
INSERT INTO outgoing (year, number, subject, paper, which, name, dated, recipient, about, case_number, prints, who, at)
VALUES (:year, :number, :subject, :paper, :which, :name, :dated, :recipient, :about, :case_number, 0, :who, :at);
-- name: outgoing_printed
UPDATE outgoing SET prints = prints + 1 WHERE year = :year AND number = :number;
