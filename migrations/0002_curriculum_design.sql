-- Curriculum design: outlines with sections and electives, constraints, a schedule; what learners show, their pathways and
-- what they wrote after an activity.

ALTER TABLE modules ADD COLUMN moore_level TEXT
  CHECK (moore_level IN ('1', '2', '3A', '3B', '4', '5', '6', '7'));
ALTER TABLE modules ADD COLUMN ai_uses TEXT NOT NULL DEFAULT '[]';
-- What the catalogue has always said of its assessments.
UPDATE modules SET moore_level = '3A' WHERE origin = 'catalogue' AND code IN ('M-F01');
UPDATE modules SET moore_level = '3B' WHERE origin = 'catalogue' AND code IN ('M-F02', 'M-F03', 'M-F04', 'M-F05', 'M-C01', 'M-I05', 'M-G01', 'M-G02', 'M-G03', 'M-G07', 'M-G09');
UPDATE modules SET moore_level = '4' WHERE origin = 'catalogue' AND code IN ('M-F06', 'M-C02', 'M-C03', 'M-C04', 'M-C05', 'M-C06', 'M-C07', 'M-C08', 'M-C09', 'M-C10', 'M-C11', 'M-C12', 'M-C13', 'M-C14', 'M-C15', 'M-C16', 'M-C17', 'M-C18', 'M-C19', 'M-C20', 'M-I01', 'M-I02', 'M-I03', 'M-I04', 'M-I06', 'M-I07', 'M-I08', 'M-G04', 'M-G05', 'M-G06', 'M-G08', 'M-G10');
UPDATE modules SET moore_level = '5' WHERE origin = 'catalogue' AND code IN ('M-C21', 'M-I09');
ALTER TABLE curricula ADD COLUMN kind TEXT
  CHECK (kind IN ('specialization', 'certification', 'extension', 'executive', 'bridge', 'precision'));
ALTER TABLE curricula ADD COLUMN items TEXT NOT NULL DEFAULT '[]';
ALTER TABLE curricula ADD COLUMN constraints TEXT NOT NULL
  DEFAULT '{"minutes":{"min":null,"max":null},"quarters":{"min":null,"max":null},"domainMinutes":{},"requiredDomains":[],"specialtyModule":false}';
ALTER TABLE curricula ADD COLUMN schedule TEXT NOT NULL DEFAULT '{"startsOn":null,"weeks":null}';
UPDATE curricula SET items = (
  SELECT coalesce(json_group_array(json_object('kind', 'module', 'moduleId', place.value, 'note', '', 'week', NULL)
    ORDER BY place.key), '[]')
  FROM json_each(curricula.module_ids) AS place
);
ALTER TABLE curricula DROP COLUMN module_ids;
UPDATE curricula SET kind = 'specialization' WHERE template_code = 'T-01';
UPDATE curricula SET kind = 'certification' WHERE template_code = 'T-02';
UPDATE curricula SET kind = 'extension' WHERE template_code = 'T-03';
UPDATE curricula SET kind = 'executive' WHERE template_code = 'T-04';
UPDATE curricula SET kind = 'bridge' WHERE template_code = 'T-05';
UPDATE curricula SET kind = 'precision' WHERE template_code = 'T-06';

-- Templates are read from the catalogue that comes with the program: no office ever changed one.
DROP TABLE templates;

-- One piece of evidence of what a learner shows in a competency. A correction is a new row; the latest counts.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id),
  competency_code TEXT NOT NULL REFERENCES competencies (code),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
  kind TEXT NOT NULL CHECK (kind IN ('self-rating', 'observation', 'assessment', 'override')),
  dated_on TEXT NOT NULL,
  source TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (kind <> 'override' OR reason <> ''),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_person ON evidence (person_id, competency_code);

-- A pathway as it was computed: the request, what the learner showed then, and the answer.
CREATE TABLE pathways (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id),
  title TEXT NOT NULL,
  request TEXT NOT NULL,
  levels TEXT NOT NULL,
  answer TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX pathways_by_person ON pathways (person_id);

CREATE TABLE reflections (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolments (id),
  written_on TEXT NOT NULL,
  change TEXT NOT NULL,
  commitment TEXT NOT NULL,
  follow_up_on TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'kept', 'partly', 'not kept')),
  followed_up_on TEXT,
  confidence TEXT NOT NULL
) STRICT;
CREATE INDEX reflections_by_follow_up ON reflections (follow_up_on) WHERE outcome = 'open' AND follow_up_on IS NOT NULL;

-- Imports of further kinds: the list of kinds is the program's.
CREATE TABLE imports_of_any_kind (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  activity_id INTEGER REFERENCES activities (id),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  layout TEXT NOT NULL,
  counts TEXT NOT NULL,
  change_id INTEGER NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;
INSERT INTO imports_of_any_kind SELECT * FROM imports;
DROP TABLE imports;
ALTER TABLE imports_of_any_kind RENAME TO imports;
