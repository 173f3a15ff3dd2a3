import type { PersonContent, RehearsedRow } from '../../shared/contract/people.ts';
import { RoundsError } from '../../shared/errors.ts';
import { sentenceCase } from '../../shared/format.ts';
import { nameKey } from '../../shared/imports/person-text.ts';
import { emailKey, fullName, knownNames, sortKey } from '../../shared/people/name.ts';
import { requireActivity } from '../activities/index.ts';
import type { Reader } from '../database/index.ts';
import { peopleWith, personContent } from '../people/index.ts';
import type { LaidOut } from './layout.ts';
import { personFromRow } from './person-row.ts';
import type { PlannedRow, RosterAct, RosterPlan } from './plan.ts';
import { SeenRows } from './seen-rows.ts';

type Planned = PlannedRow<RosterAct | null>;
type Known = { readonly id: number; readonly content: PersonContent };

/** Says for each row of a roster whom it names and what would be written. */
export function rehearseRoster(read: Reader, laidOut: LaidOut, activityId: number | null): RosterPlan {
  const fields = new Set(laidOut.columns.map(({ field }) => field));
  if (!fields.has('fullName') && !fields.has('givenName') && !fields.has('familyName'))
    throw new RoundsError(
      'imports/column-missing',
      'The file has no column with names. Choose which column holds them.',
      {
        column: 'fullName',
      },
    );
  const enrolled = enrolledIn(read, activityId);
  const seen = new SeenRows();
  const rows = laidOut.data.map((data): Planned => {
    const person = personFromRow(data);
    if (!person.ok)
      return {
        shown: {
          ...blank(data.row),
          fate: 'error',
          reason: person.reason,
          name: person.name,
          email: person.email,
        },
        act: null,
      };
    const { content } = person;
    const shown = {
      ...blank(data.row),
      name: fullName(content),
      email: content.email,
      detail: detailOf(content),
    };
    const twin = seen.twinOf(data.row, content);
    if (twin?.same)
      return {
        shown: { ...shown, fate: 'duplicate', reason: `The same person as in row ${twin.row}.` },
        act: null,
      };
    if (twin) return held(shown, content, [], twin.reason);
    return judge(read, shown, content, person.notes, enrolled);
  });
  return { kind: 'roster', rows: rows.map(withLongName) };
}

function judge(
  read: Reader,
  shown: RehearsedRow,
  content: PersonContent,
  notes: readonly string[],
  enrolled: ReadonlySet<number> | null,
): Planned {
  const byEmail = asKnown(peopleWith(read, 'email', content.email));
  const byNpi = asKnown(peopleWith(read, 'npi', content.npi));
  const matches = [...byEmail, ...byNpi.filter(({ id }) => !byEmail.some((other) => other.id === id))];
  const [match] = matches;
  if (match && matches.length === 1) {
    if (!knownNames(match.content).some((name) => nameKey(name) === nameKey(fullName(content))))
      return held(
        shown,
        content,
        matches,
        `The ${byEmail.length > 0 ? 'e-mail address' : 'NPI'} belongs to ${fullName(match.content)}.`,
      );
    return known(shown, content, match, enrolled);
  }
  if (matches.length > 1)
    return held(shown, content, matches, 'The e-mail address and the NPI belong to different people.');
  const sameName = withNames(read, sortKey(content));
  // With an address of its own on both sides, the same name is another person; without one, somebody has to say.
  const unsure = sameName.filter(({ content: other }) => content.email === '' || other.email === '');
  const [only] = unsure;
  if (only && unsure.length === 1 && saysNothingNew(only, content, enrolled))
    return {
      shown: {
        ...shown,
        fate: 'same',
        personId: only.id,
        detail: detailOf(only.content),
        reason: 'Found by name; the row says nothing that is not on record.',
      },
      act: null,
    };
  if (unsure.length > 0)
    return held(shown, content, unsure, 'Someone of this name is known; say whether it is the same person.');
  const reason = [...(content.email === '' ? ['Without an e-mail address.'] : []), ...notes].join(' ');
  return { shown: { ...shown, fate: 'new', reason }, act: { content, personId: null, fill: {} } };
}

/** A row that came before: leaving it as it is can do no harm, whoever it names. */
function saysNothingNew(
  person: Known,
  content: PersonContent,
  enrolled: ReadonlySet<number> | null,
): boolean {
  const { filled, differs } = compare(person.content, content);
  return filled.length === 0 && differs.length === 0 && (enrolled === null || enrolled.has(person.id));
}

function known(
  shown: RehearsedRow,
  content: PersonContent,
  match: Known,
  enrolled: ReadonlySet<number> | null,
): Planned {
  const { fill, filled, differs } = compare(match.content, content);
  const act: RosterAct = { content, personId: match.id, fill };
  const reason = [
    ...(filled.length > 0 ? [`Fills in ${filled.join(', ')}.`] : []),
    ...differs.map(({ label, kept }) => `Keeps ${label} “${kept}”.`),
  ].join(' ');
  const detail = detailOf({ ...match.content, ...fill });
  const base = { ...shown, personId: match.id, reason, detail };
  if (filled.length > 0) return { shown: { ...base, fate: 'changes' }, act };
  const already = enrolled === null || enrolled.has(match.id);
  return already
    ? { shown: { ...base, fate: 'same' }, act: null }
    : { shown: { ...base, fate: 'known' }, act };
}

function held(
  shown: RehearsedRow,
  content: PersonContent,
  people: readonly Known[],
  reason: string,
): Planned {
  return {
    shown: {
      ...shown,
      fate: 'held',
      reason,
      candidates: people.map(({ id, content: other }) => ({
        personId: id,
        name: fullName(other),
        why: [other.credentials, other.email, other.npi].filter((part) => part !== '').join(' · '),
      })),
    },
    act: { content, personId: null, fill: {} },
  };
}

/** A longer name than this is more often two cells run together than a name. */
const LONG_NAME = 120;

/** Says of an unusually long name to check it; it is imported all the same. */
function withLongName({ shown, act }: Planned): Planned {
  const { length } = shown.name;
  if (length <= LONG_NAME || shown.fate === 'error') return { shown, act };
  const note = `The name is unusually long (${length} characters): check it.`;
  return { shown: { ...shown, reason: [shown.reason, note].filter((part) => part !== '').join(' ') }, act };
}

/** What decides who gets credit, as it would be recorded: `MD · Physician · Cardiology`. */
function detailOf({ credentials, profession, specialty }: PersonContent): string {
  return [credentials, sentenceCase(profession), specialty].filter((part) => part !== '').join(' · ');
}

const LABELS = {
  credentials: 'credentials',
  specialty: 'specialty',
  email: 'e-mail address',
  npi: 'NPI',
  birthMonthDay: 'month and day of birth',
} as const;

/** Whether a value is one of those that the person is known by beside the first. */
function alsoKnown(before: PersonContent, field: keyof typeof LABELS, value: string): boolean {
  switch (field) {
    case 'email':
      return [before.email, ...before.furtherEmails].some((email) => emailKey(email) === emailKey(value));
    case 'npi':
      return before.furtherNpis.includes(value);
    case 'specialty':
      return before.furtherSpecialties.includes(value);
    case 'credentials':
    case 'birthMonthDay':
      return false;
  }
}

/** What the file knows and the office does not, and where they differ: what is recorded stays. */
export function compare(
  before: PersonContent,
  content: PersonContent,
): {
  readonly fill: Partial<PersonContent>;
  readonly filled: readonly string[];
  readonly differs: readonly { readonly label: string; readonly kept: string }[];
} {
  const fill: Partial<PersonContent> = {};
  const filled: string[] = [];
  const differs: { label: string; kept: string }[] = [];
  for (const [field, label] of Object.entries(LABELS) as [keyof typeof LABELS, string][]) {
    const value = content[field];
    if (value === '' || value === before[field]) continue;
    if (before[field] === '') {
      fill[field] = value;
      filled.push(label);
    } else if (!alsoKnown(before, field, value)) differs.push({ label, kept: before[field] });
  }
  if (before.profession === 'other' && content.profession !== 'other') {
    fill.profession = content.profession;
    filled.push('profession');
  }
  const [licence] = content.licences;
  if (licence && before.licences.length === 0) {
    fill.licences = [licence];
    filled.push('license');
  }
  return { fill, filled, differs };
}

function withNames(read: Reader, key: string): readonly Known[] {
  return asKnown(
    read.all(read.from.selectFrom('people').selectAll().where('sort_key', '=', key).orderBy('id').limit(8)),
  );
}

function asKnown(rows: ReturnType<typeof peopleWith>): readonly Known[] {
  return rows.map((row) => ({ id: row.id, content: personContent(row) }));
}

function enrolledIn(read: Reader, activityId: number | null): ReadonlySet<number> | null {
  if (activityId === null) return null;
  requireActivity(read, activityId);
  return new Set(
    read
      .all(read.from.selectFrom('enrolments').select('person_id').where('activity_id', '=', activityId))
      .map((row) => row.person_id),
  );
}

/** An empty outcome for a row. */
export function blank(row: number): RehearsedRow {
  return {
    row,
    fate: 'ignored',
    reason: '',
    name: '',
    email: '',
    detail: '',
    personId: null,
    candidates: [],
    goesWith: null,
  };
}
