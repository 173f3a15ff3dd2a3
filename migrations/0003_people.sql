-- People: the whole name, former names, dated credentials, more identifiers, permission to share; pairs that are known to be
-- two people; records that were merged into another.

ALTER TABLE people ADD COLUMN middle_name TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN suffix TEXT NOT NULL DEFAULT '';
-- The name on certificates where it is not the one on the licence; empty otherwise.
ALTER TABLE people ADD COLUMN display_name TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN former_names TEXT NOT NULL DEFAULT '[]';
ALTER TABLE people ADD COLUMN credential_records TEXT NOT NULL DEFAULT '[]';
ALTER TABLE people ADD COLUMN further_specialties TEXT NOT NULL DEFAULT '[]';
ALTER TABLE people ADD COLUMN further_emails TEXT NOT NULL DEFAULT '[]';
ALTER TABLE people ADD COLUMN further_npis TEXT NOT NULL DEFAULT '[]';
ALTER TABLE people ADD COLUMN orcid TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN board_ids TEXT NOT NULL DEFAULT '[]';
ALTER TABLE people ADD COLUMN nabp_id TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN sharing TEXT NOT NULL DEFAULT 'not asked' CHECK (sharing IN ('not asked', 'given', 'refused'));
ALTER TABLE people ADD COLUMN sharing_on TEXT NOT NULL DEFAULT '';
-- Pairs of kind and key by which the person is known beside e-mail and NPI: further addresses and numbers, former names.
ALTER TABLE people ADD COLUMN known_by TEXT NOT NULL DEFAULT '[]';
-- The person that this record went into. Such a row stays because certificates name it; its keys are empty, so that no list
-- and no search finds it.
ALTER TABLE people ADD COLUMN merged_into_id INTEGER REFERENCES people (id);
CREATE INDEX people_by_orcid ON people (orcid) WHERE orcid <> '';
CREATE INDEX people_merged ON people (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- Follows people.known_by by itself, whoever writes it.
CREATE TABLE person_keys (
  kind TEXT NOT NULL CHECK (kind IN ('email', 'npi', 'name')),
  key TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  PRIMARY KEY (kind, key, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_keys_by_person ON person_keys (person_id);
CREATE TRIGGER person_keys_insert AFTER INSERT ON people WHEN new.known_by <> '[]' BEGIN
  INSERT OR IGNORE INTO person_keys (kind, key, person_id)
    SELECT value ->> 0, value ->> 1, new.id FROM json_each(new.known_by);
END;
CREATE TRIGGER person_keys_update AFTER UPDATE OF known_by ON people WHEN new.known_by <> old.known_by BEGIN
  DELETE FROM person_keys WHERE person_id = old.id;
  INSERT OR IGNORE INTO person_keys (kind, key, person_id)
    SELECT value ->> 0, value ->> 1, new.id FROM json_each(new.known_by);
END;

-- Two people that look alike and are not the same; the smaller id first.
CREATE TABLE different_people (
  one_id INTEGER NOT NULL REFERENCES people (id),
  other_id INTEGER NOT NULL REFERENCES people (id),
  noted_at TEXT NOT NULL,
  PRIMARY KEY (one_id, other_id),
  CHECK (one_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX different_people_by_other ON different_people (other_id);
