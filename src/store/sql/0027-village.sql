-- What came of calls to a village before: its parties are found by the village.
CREATE INDEX party_village ON party (village) WHERE village <> '';

PRAGMA user_version = 27;
