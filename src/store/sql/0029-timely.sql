-- When a call was ordered and when what came of it was entered, whole. Of one ordered before this the day its case was
-- registered is taken, of an entry before this the day of service.
ALTER TABLE summons ADD COLUMN ordered INTEGER;
ALTER TABLE summons ADD COLUMN recorded INTEGER;
UPDATE summons SET ordered = (SELECT registered FROM case_number n WHERE n.filing = summons.filing),
	recorded = CASE WHEN outcome = '' OR worth = 'penerimaan_belum_terbukti' THEN NULL ELSE coalesce(received, served) END;
CREATE INDEX summons_ordered ON summons (ordered);

PRAGMA user_version = 29;
