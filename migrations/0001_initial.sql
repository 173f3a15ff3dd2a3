-- The office file of Rounds, first schema. Frozen once released.
-- Credit is always whole quarter-hours; dates are YYYY-MM-DD; instants are UTC; lists that are only read whole are JSON.

CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  provider_name TEXT NOT NULL,
  address TEXT NOT NULL,
  accreditor TEXT NOT NULL CHECK (accreditor IN ('accme', 'state', 'joint')),
  state_society TEXT NOT NULL,
  logo_asset_id INTEGER REFERENCES assets (id),
  paper TEXT NOT NULL CHECK (paper IN ('letter', 'a4')),
  time_zone TEXT NOT NULL,
  certificate_prefix TEXT NOT NULL,
  rounding TEXT NOT NULL CHECK (rounding IN ('nearest', 'down')),
  fraction_noun TEXT NOT NULL CHECK (fraction_noun IN ('singular', 'plural')),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1))
) STRICT;

CREATE TABLE assets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  sha256 TEXT NOT NULL UNIQUE,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE signatories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  image_asset_id INTEGER REFERENCES assets (id)
) STRICT;

CREATE TABLE statements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('accreditation', 'designation', 'participation', 'award')),
  accreditor TEXT CHECK (accreditor IN ('accme', 'state', 'joint')),
  providership TEXT CHECK (providership IN ('direct', 'joint')),
  learning_format TEXT,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  confidence TEXT NOT NULL
) STRICT;

CREATE TABLE competencies (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  domain TEXT NOT NULL CHECK (domain IN ('foundations', 'clinical', 'implementation', 'governance')),
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  levels TEXT NOT NULL,
  provenance TEXT NOT NULL,
  specialty_bound_level INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE modules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  domain TEXT NOT NULL CHECK (domain IN ('foundations', 'clinical', 'implementation', 'governance')),
  track TEXT NOT NULL,
  format TEXT NOT NULL,
  ama_learning_format TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  description TEXT NOT NULL,
  objectives TEXT NOT NULL,
  audience TEXT NOT NULL,
  specialty_focus TEXT NOT NULL,
  prerequisites TEXT NOT NULL,
  competencies TEXT NOT NULL,
  assessment_method TEXT NOT NULL,
  assessment_standard TEXT NOT NULL,
  "references" TEXT NOT NULL,
  last_reviewed TEXT,
  review_by TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('catalogue', 'own')),
  edited INTEGER NOT NULL CHECK (edited IN (0, 1)),
  retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE templates (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE curricula (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  audience TEXT NOT NULL,
  delivery TEXT NOT NULL,
  award TEXT NOT NULL,
  template_code TEXT,
  module_ids TEXT NOT NULL,
  targets TEXT NOT NULL,
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  updated_at TEXT NOT NULL
) STRICT;

-- A frozen copy: what was taught stays readable whatever becomes of the modules.
CREATE TABLE curriculum_versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  curriculum_id INTEGER NOT NULL REFERENCES curricula (id),
  number INTEGER NOT NULL CHECK (number > 0),
  title TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  credit_quarters INTEGER NOT NULL,
  modules INTEGER NOT NULL,
  snapshot TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  published_at TEXT NOT NULL,
  UNIQUE (curriculum_id, number)
) STRICT;

CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  credentials TEXT NOT NULL,
  profession TEXT NOT NULL,
  specialty TEXT NOT NULL,
  email TEXT NOT NULL,
  -- Case-folded e-mail; how an import finds a person.
  email_key TEXT NOT NULL,
  npi TEXT NOT NULL,
  licences TEXT NOT NULL,
  birth_month_day TEXT NOT NULL,
  notes TEXT NOT NULL,
  -- Folded "family, given": the order of every list of people, and its keyset.
  sort_key TEXT NOT NULL,
  -- Folded name, e-mail, NPI and credentials: what search looks through.
  search_key TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX people_by_sort_key ON people (sort_key, id);
CREATE INDEX people_by_email ON people (email_key) WHERE email_key <> '';
CREATE INDEX people_by_npi ON people (npi) WHERE npi <> '';
CREATE INDEX people_by_profession ON people (profession, sort_key, id);

CREATE VIRTUAL TABLE people_search USING fts5 (search_key, content = 'people', content_rowid = 'id', tokenize = 'trigram');
CREATE TRIGGER people_search_insert AFTER INSERT ON people BEGIN
  INSERT INTO people_search (rowid, search_key) VALUES (new.id, new.search_key);
END;
CREATE TRIGGER people_search_delete AFTER DELETE ON people BEGIN
  INSERT INTO people_search (people_search, rowid, search_key) VALUES ('delete', old.id, old.search_key);
END;
CREATE TRIGGER people_search_update AFTER UPDATE OF search_key ON people BEGIN
  INSERT INTO people_search (people_search, rowid, search_key) VALUES ('delete', old.id, old.search_key);
  INSERT INTO people_search (rowid, search_key) VALUES (new.id, new.search_key);
END;

CREATE TABLE activities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version_id INTEGER NOT NULL REFERENCES curriculum_versions (id),
  title TEXT NOT NULL,
  learning_format TEXT NOT NULL,
  format_description TEXT NOT NULL,
  delivery TEXT NOT NULL CHECK (delivery IN ('in-person', 'online', 'hybrid')),
  place TEXT NOT NULL,
  link TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  providership TEXT NOT NULL CHECK (providership IN ('direct', 'joint')),
  joint_providers TEXT NOT NULL,
  maximum_quarters INTEGER NOT NULL CHECK (maximum_quarters >= 0),
  rules TEXT NOT NULL,
  CHECK (starts_on <= ends_on)
) STRICT;
CREATE INDEX activities_by_version ON activities (version_id);
CREATE INDEX activities_by_start ON activities (starts_on, id);

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  module_code TEXT,
  date TEXT NOT NULL,
  start_time TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  counts_for_credit INTEGER NOT NULL CHECK (counts_for_credit IN (0, 1))
) STRICT;
CREATE INDEX sessions_by_activity ON sessions (activity_id, position);

CREATE TABLE enrolments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  -- Profession and credentials as they were at the activity: they decide which document may be given.
  profession TEXT NOT NULL,
  credentials TEXT NOT NULL,
  assessment_percent REAL CHECK (assessment_percent BETWEEN 0 AND 100),
  evaluation_returned_on TEXT,
  claimed_quarters INTEGER CHECK (claimed_quarters >= 0),
  enrolled_at TEXT NOT NULL,
  UNIQUE (activity_id, person_id)
) STRICT;
CREATE INDEX enrolments_by_person ON enrolments (person_id, activity_id);

CREATE TABLE attendance (
  enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  method TEXT NOT NULL CHECK (method IN ('grid', 'import')),
  PRIMARY KEY (enrolment_id, session_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_by_session ON attendance (session_id);

-- Sealed: no row here is ever changed. What becomes of a certificate stands in certificate_standing.
CREATE TABLE certificates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('cme', 'participation')),
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  activity_title TEXT NOT NULL,
  credit_quarters INTEGER NOT NULL CHECK (credit_quarters >= 0),
  document TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  replaces_id INTEGER REFERENCES certificates (id),
  reason TEXT,
  issued_at TEXT NOT NULL
) STRICT;
CREATE INDEX certificates_by_activity ON certificates (activity_id, sort_key, id);
CREATE INDEX certificates_by_person ON certificates (person_id);
CREATE INDEX certificates_by_enrolment ON certificates (enrolment_id);
CREATE INDEX certificates_by_sort_key ON certificates (sort_key, id);

CREATE TABLE certificate_files (
  certificate_id INTEGER PRIMARY KEY REFERENCES certificates (id),
  pdf BLOB NOT NULL
) STRICT;

CREATE TABLE certificate_standing (
  certificate_id INTEGER PRIMARY KEY REFERENCES certificates (id),
  enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
  status TEXT NOT NULL CHECK (status IN ('issued', 'superseded', 'revoked')),
  replaced_by_id INTEGER REFERENCES certificates (id),
  reason TEXT,
  changed_at TEXT NOT NULL
) STRICT;
-- One current certificate per enrolment: the file itself refuses a second one.
CREATE UNIQUE INDEX one_current_certificate ON certificate_standing (enrolment_id) WHERE status = 'issued';

CREATE TABLE number_sequences (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL CHECK (next > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('roster', 'attendance')),
  activity_id INTEGER REFERENCES activities (id),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  layout TEXT NOT NULL,
  counts TEXT NOT NULL,
  change_id INTEGER NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;

CREATE TABLE import_rows (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  row INTEGER NOT NULL,
  fate TEXT NOT NULL,
  outcome TEXT NOT NULL,
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;

-- The audit: one change is one act; its rows are what it did to the file, chained by hash.
CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  method TEXT NOT NULL,
  title TEXT NOT NULL,
  reason TEXT,
  undo_of INTEGER REFERENCES changes (id)
) STRICT;
CREATE INDEX changes_by_undo ON changes (undo_of) WHERE undo_of IS NOT NULL;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  change_id INTEGER NOT NULL REFERENCES changes (id),
  entity TEXT NOT NULL,
  entity_key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_change ON audit (change_id);
CREATE INDEX audit_by_entity ON audit (entity, entity_key);

CREATE TABLE schema_history (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  applied_at TEXT NOT NULL,
  app_version TEXT NOT NULL
) STRICT;

-- What is frozen refuses to change, whoever asks.
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows never change'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows never go'); END;
CREATE TRIGGER changes_no_update BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'changes never change'); END;
CREATE TRIGGER changes_no_delete BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'changes never go'); END;
CREATE TRIGGER certificates_no_update BEFORE UPDATE ON certificates BEGIN SELECT RAISE(ABORT, 'certificates never change'); END;
CREATE TRIGGER certificates_no_delete BEFORE DELETE ON certificates BEGIN SELECT RAISE(ABORT, 'certificates never go'); END;
CREATE TRIGGER certificate_files_no_update BEFORE UPDATE ON certificate_files BEGIN SELECT RAISE(ABORT, 'certificates never change'); END;
CREATE TRIGGER certificate_files_no_delete BEFORE DELETE ON certificate_files BEGIN SELECT RAISE(ABORT, 'certificates never go'); END;
CREATE TRIGGER certificate_standing_no_delete BEFORE DELETE ON certificate_standing BEGIN SELECT RAISE(ABORT, 'certificates never go'); END;
CREATE TRIGGER versions_no_update BEFORE UPDATE ON curriculum_versions BEGIN SELECT RAISE(ABORT, 'published versions never change'); END;
CREATE TRIGGER versions_no_delete BEFORE DELETE ON curriculum_versions BEGIN SELECT RAISE(ABORT, 'published versions never go'); END;
