import type { PersonContent, RehearsedRow } from '../../shared/contract/people.ts';
import { RoundsError } from '../../shared/errors.ts';
import { nameKey } from '../../shared/imports/person-text.ts';
import { emailKey, fullName, sortKey } from '../../shared/people/name.ts';
import { requireActivity } from '../activities/activities.ts';
import type { Reader } from '../database/index.ts';
import { personContent } from '../people/people.ts';
import type { LaidOut } from './layout.ts';
import { personFromRow } from './person-row.ts';
import type { PlannedRow, RosterAct, RosterPlan } from './plan.ts';

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
  const seen = {
    emails: new Map<string, number>(),
    npis: new Map<string, number>(),
    names: new Map<string, number>(),
  };
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
    const shown = { ...blank(data.row), name: fullName(content), email: content.email };
    const twin = seenBefore(seen, content, data.row);
    if (twin !== null)
      return {
        shown: { ...shown, fate: 'duplicate', reason: `The same person as in row ${twin}.` },
        act: null,
      };
    return judge(read, shown, content, person.notes, enrolled);
  });
  return { kind: 'roster', rows };
}

function judge(
  read: Reader,
  shown: RehearsedRow,
  content: PersonContent,
  notes: readonly string[],
  enrolled: ReadonlySet<number> | null,
): Planned {
  const byEmail = content.email === '' ? [] : find(read, 'email_key', emailKey(content.email));
  const byNpi = content.npi === '' ? [] : find(read, 'npi', content.npi);
  const matches = [...byEmail, ...byNpi.filter(({ id }) => !byEmail.some((other) => other.id === id))];
  const [match] = matches;
  if (match && matches.length === 1) {
    if (nameKey(fullName(match.content)) !== nameKey(fullName(content)))
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
  const sameName = find(read, 'sort_key', sortKey(content));
  // With an address of its own on both sides, the same name is another person; without one, somebody has to say.
  const unsure = sameName.filter(({ content: other }) => content.email === '' || other.email === '');
  if (unsure.length > 0)
    return held(shown, content, unsure, 'Someone of this name is known; say whether it is the same person.');
  const reason = [...(content.email === '' ? ['Without an e-mail address.'] : []), ...notes].join(' ');
  return { shown: { ...shown, fate: 'new', reason }, act: { content, personId: null, fill: {} } };
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
  const base = { ...shown, personId: match.id, reason };
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

const LABELS = {
  credentials: 'credentials',
  specialty: 'specialty',
  email: 'e-mail address',
  npi: 'NPI',
  birthMonthDay: 'month and day of birth',
} as const;

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
    } else if (field !== 'email' || emailKey(value) !== emailKey(before.email))
      differs.push({ label, kept: before[field] });
  }
  if (before.profession === 'other' && content.profession !== 'other') {
    fill.profession = content.profession;
    filled.push('profession');
  }
  const [licence] = content.licences;
  if (licence && before.licences.length === 0) {
    fill.licences = [licence];
    filled.push('licence');
  }
  return { fill, filled, differs };
}

function find(read: Reader, column: 'email_key' | 'npi' | 'sort_key', value: string): readonly Known[] {
  return read
    .all(read.from.selectFrom('people').selectAll().where(column, '=', value).orderBy('id').limit(8))
    .map((row) => ({ id: row.id, content: personContent(row) }));
}

/** The row that named this person before, if any; remembers this one otherwise. */
function seenBefore(
  seen: {
    readonly emails: Map<string, number>;
    readonly npis: Map<string, number>;
    readonly names: Map<string, number>;
  },
  content: PersonContent,
  row: number,
): number | null {
  const keys: readonly (readonly [Map<string, number>, string])[] = [
    [seen.emails, emailKey(content.email)],
    [seen.npis, content.npi],
    ...(content.email === '' && content.npi === '' ? [[seen.names, sortKey(content)] as const] : []),
  ];
  for (const [map, key] of keys) {
    const twin = key === '' ? undefined : map.get(key);
    if (twin !== undefined) return twin;
  }
  for (const [map, key] of keys) if (key !== '') map.set(key, row);
  return null;
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
  };
}
