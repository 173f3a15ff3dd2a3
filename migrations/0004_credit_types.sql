-- Credit of other types beside AMA PRA Category 1 Credit, and what an office asks of its people over the years.
-- AMA PRA credit stays where it was: activities.maximum_quarters and enrolments.claimed_quarters.
-- Amounts are whole hundredths of a unit: 125 is 1.25.

CREATE TABLE credit_types (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  unit_one TEXT NOT NULL,
  unit_many TEXT NOT NULL,
  minutes_per_unit INTEGER NOT NULL CHECK (minutes_per_unit > 0),
  step_hundredths INTEGER NOT NULL CHECK (step_hundredths > 0),
  -- 'office' rounds as the office rounds AMA PRA credit.
  rounding TEXT NOT NULL CHECK (rounding IN ('nearest', 'down', 'office')),
  -- Who may have it, as JSON; an empty list is everybody.
  professions TEXT NOT NULL,
  -- 'claimed' follows what a person claimed in AMA PRA credit.
  basis TEXT NOT NULL CHECK (basis IN ('time', 'claimed')),
  daily_cap_hundredths INTEGER CHECK (daily_cap_hundredths > 0),
  second_unit TEXT,
  evaluation_required INTEGER NOT NULL CHECK (evaluation_required IN (0, 1)),
  identifier_label TEXT NOT NULL,
  identifier_form TEXT NOT NULL,
  identifier_example TEXT NOT NULL,
  statement TEXT NOT NULL,
  note TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  source TEXT NOT NULL,
  confidence TEXT NOT NULL,
  -- What no source settles, and how it is set until the office knows better.
  unsure TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('field', 'office')),
  edited INTEGER NOT NULL CHECK (edited IN (0, 1)),
  retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE activity_credits (
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  type_id INTEGER NOT NULL REFERENCES credit_types (id),
  maximum_hundredths INTEGER NOT NULL CHECK (maximum_hundredths > 0),
  identifier TEXT NOT NULL,
  -- Ids of sessions that do not count for this type, as JSON.
  excluded_sessions TEXT NOT NULL,
  PRIMARY KEY (activity_id, type_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_credits_by_type ON activity_credits (type_id);

-- The activity is that of the enrolment: a claim holds the credit that it was made in, so that no undo takes it away beneath it.
CREATE TABLE credit_claims (
  enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
  type_id INTEGER NOT NULL REFERENCES credit_types (id),
  activity_id INTEGER NOT NULL,
  claimed_hundredths INTEGER NOT NULL CHECK (claimed_hundredths >= 0),
  PRIMARY KEY (enrolment_id, type_id),
  FOREIGN KEY (activity_id, type_id) REFERENCES activity_credits (activity_id, type_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX credit_claims_by_credit ON credit_claims (type_id, activity_id);

-- How much of a credit an office asks for, in periods of whole years that follow one another.
CREATE TABLE credit_targets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  type_id INTEGER NOT NULL REFERENCES credit_types (id),
  amount_hundredths INTEGER NOT NULL CHECK (amount_hundredths > 0),
  starts_on TEXT NOT NULL,
  years INTEGER NOT NULL CHECK (years BETWEEN 1 AND 10),
  -- Of whom, as JSON; an empty list is everybody who may have the credit.
  professions TEXT NOT NULL
) STRICT;
