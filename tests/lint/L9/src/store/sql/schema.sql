CREATE TABLE town (name TEXT, size INTEGER);
CREATE INDEX town_name ON town (name);
