import type { Competency } from '../contract/modules.ts';
import type { ImportField } from '../contract/people.ts';
import { fold } from '../people/name.ts';
import { recogniseHeading } from './fields.ts';

/** What a form's competencies are known by. */
export type NamedCompetency = Pick<Competency, 'code' | 'name'>;

/** Headings of a reflection form, folded, letters and digits only; the more particular come first. */
const HEADINGS: readonly (readonly [ImportField, RegExp])[] = [
  ['followedUpOn', /^(followedupon|followedup|dateofoutcome|outcomedate|outcomeon)$/],
  ['outcome', /^(outcome|followupoutcome|outcomeoffollowup|outcomeofthefollowup|commitmentkept|kept)$/],
  [
    'followUpOn',
    /^(followup|followupon|followupdate|dateoffollowup|nextreview)$|followup.*(date|when)|(date|when).*followup/,
  ],
  ['commitment', /commitment|commitmyself|icommit|commitsto|doyoucommit|willyoucommit/],
  [
    'change',
    /^(change|changes|reflection|reflections|plannedchange|intendedchange)$|will(you|i)?change|willyoudodifferently|iwilldodifferently/,
  ],
  [
    'writtenOn',
    /^(date|timestamp|completiontime|completedat|completedon|submitted|submittedat|submittedon|submissiondate|responsedate|recordeddate|writtenon|dateofreflection|reflectiondate|datum|fecha)$/,
  ],
];

/** Fields of a person that help to tell whose row it is; what else a form knows of them is not its business. */
const PERSON: ReadonlySet<ImportField> = new Set<ImportField>([
  'fullName',
  'givenName',
  'familyName',
  'email',
  'credentials',
  'profession',
  'specialty',
  'npi',
]);

const BEFORE = new Set(['before', 'pre', 'prior']);
const AFTER = new Set(['after', 'post', 'now']);
/** Words around a competency's name that say nothing about which it is. */
const FILLER = new Set(
  'a an and at how i in is my of on the this to with your you are activity course training program session module confidence confident rating rate self level competency competence'.split(
    ' ',
  ),
);

/** Recognizes a form's row of headings; a field that a column to the left has taken is not taken twice. */
export function recogniseReflectionHeadings(
  headings: readonly string[],
  competencies: readonly NamedCompetency[],
): readonly ImportField[] {
  const known = competencies.map(({ code, name }) => ({
    code,
    codeWord: fold(code),
    name: words(name).join(' '),
  }));
  const taken = new Set<ImportField>();
  return headings.map((heading) => {
    const field = ratingField(heading, known) ?? plainField(heading);
    if (field === 'ignore' || taken.has(field)) return 'ignore';
    taken.add(field);
    return field;
  });
}

function plainField(heading: string): ImportField {
  const folded = fold(heading).replace(/[^\p{L}\p{N}]/gu, '');
  const found = HEADINGS.find(([, pattern]) => pattern.test(folded))?.[0];
  if (found) return found;
  const person = recogniseHeading(heading);
  return PERSON.has(person) ? person : 'ignore';
}

type Known = { readonly code: string; readonly codeWord: string; readonly name: string };

/** `F1 before`, `Before: Generative AI`, `Confidence after the course – F1 AI concepts and vocabulary`. */
function ratingField(heading: string, known: readonly Known[]): ImportField | null {
  const all = tokens(heading);
  const before = all.some((word) => BEFORE.has(word));
  if (before === all.some((word) => AFTER.has(word))) return null;
  const rest = all.filter((word) => !BEFORE.has(word) && !AFTER.has(word));
  const side = before ? 'before' : 'after';
  const coded = known.filter(({ codeWord }) => rest.includes(codeWord));
  const [only] = coded;
  if (only && coded.length === 1) return `${side}:${only.code}`;
  const text = rest.filter((word) => !FILLER.has(word)).join(' ');
  if (text === '') return null;
  const exact = known.find(({ name }) => name === text);
  if (exact) return `${side}:${exact.code}`;
  // The beginning of a name will do where only one competency begins so.
  const begun = known.filter(({ name }) => name.startsWith(`${text} `));
  const [first] = begun;
  return first && begun.length === 1 ? `${side}:${first.code}` : null;
}

function tokens(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function words(text: string): readonly string[] {
  return tokens(text).filter((word) => !FILLER.has(word));
}

/** The side and code of a column of ratings; null for any other field. */
export function ratingOf(
  field: ImportField,
): { readonly side: 'before' | 'after'; readonly code: string } | null {
  const found = /^(before|after):(.+)$/.exec(field);
  return found ? { side: found[1] === 'before' ? 'before' : 'after', code: found[2] ?? '' } : null;
}

/** Fields whose line breaks are part of what was written. */
export const SEVERAL_LINES: ReadonlySet<ImportField> = new Set<ImportField>(['change', 'commitment']);
