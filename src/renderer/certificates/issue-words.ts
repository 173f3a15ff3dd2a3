import type { HeldPlace, IssuePlan, IssueResult } from '../../shared/contract/certificates.ts';
import { counted } from '../../shared/format.ts';
import { certificatesInWords, creditsInWords } from './words.ts';

type Ready = IssuePlan['ready'][number];
type Held = IssuePlan['held'][number];

/** People held for the same kind of reason. */
export type HeldGroup = {
  readonly heading: string;
  readonly place: HeldPlace;
  /** False when people have figures of their own under the heading. */
  readonly same: boolean;
  readonly people: readonly Held[];
};

/** Who is held, by kind of reason, the most frequent first. */
export function groupHeld(held: readonly Held[]): readonly HeldGroup[] {
  const groups = new Map<string, { heading: string; place: HeldPlace; same: boolean; people: Held[] }>();
  for (const person of held) {
    const heading = headingOf(person.reason);
    const key = `${person.place} ${heading}`;
    const group = groups.get(key) ?? { heading, place: person.place, same: true, people: [] };
    group.people.push(person);
    group.same &&= person.reason === heading;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.people.length - a.people.length);
}

/** A reason without the figures of one person, so that many stand under one heading. */
function headingOf(reason: string): string {
  if (/^Attended \d/.test(reason)) return 'Attended less than the activity asks for.';
  const [before = '', after] = reason.split(/:\s+(?=\d)/);
  return after === undefined ? reason : `${before}.`;
}

/** Names of those in a list with their credentials, as they stand on the page. */
export function printedName(person: { readonly name: string; readonly credentials: string }): string {
  const name = person.name === '' ? 'No name' : person.name;
  return person.credentials === '' ? name : `${name}, ${person.credentials}`;
}

/** Exactly what issuing will do, point by point; shown before it is done. */
export function whatIssuingDoes(chosen: readonly Ready[], ready: number, held: number): readonly string[] {
  const physicians = chosen.filter(({ kind }) => kind === 'cme');
  const others = chosen.length - physicians.length;
  const quarters = physicians.reduce((sum, { creditQuarters }) => sum + creditQuarters, 0);
  const left = ready - chosen.length;
  return [
    ...(physicians.length > 0
      ? [
          `${counted(physicians.length, 'person is', 'people are')} awarded credit as claimed: ${creditsInWords(quarters)}${physicians.length > 1 ? ' together' : ''}.`,
        ]
      : []),
    ...(others > 0
      ? [
          `${counted(others, 'person gets', 'people get')} a certificate of participation, which awards no credit.`,
        ]
      : []),
    'Each certificate gets the next number and today’s date, and is sealed: from then on it can be revoked or replaced with a reason, but not changed or taken back.',
    ...(left > 0
      ? [`${counted(left, 'person who is ready is', 'people who are ready are')} left out for now.`]
      : []),
    ...(held > 0
      ? [`${counted(held, 'person is', 'people are')} held and ${held === 1 ? 'gets' : 'get'} nothing now.`]
      : []),
  ];
}

/** Reasons of an ended run, each with who it concerns. */
export function groupReasons(reasons: IssueResult['reasons']): readonly {
  readonly reason: string;
  readonly outcome: 'held' | 'failed';
  readonly names: readonly string[];
}[] {
  const groups = new Map<string, { reason: string; outcome: 'held' | 'failed'; names: string[] }>();
  for (const { reason, outcome, name } of reasons) {
    const key = `${outcome} ${reason}`;
    const group = groups.get(key);
    if (group) group.names.push(name);
    else groups.set(key, { reason, outcome, names: [name] });
  }
  return [...groups.values()].sort((a, b) => b.names.length - a.names.length);
}

/** The sum of an ended run in one line: `45 asked = 42 issued + 2 held + 1 failed`. */
export function balance({ asked, made, held, failed }: IssueResult): string {
  return `${asked} asked = ${made} issued + ${held} held + ${failed} failed`;
}

/** What an ended run came to, in a heading. */
export function outcomeTitle({ asked, made }: IssueResult): string {
  if (made === asked) return `${certificatesInWords(made)} issued`;
  if (made === 0) return 'No certificate issued';
  return `${made} of ${certificatesInWords(asked)} issued`;
}
