import { assertNever } from '../errors.ts';
import { counted } from '../format.ts';
import type { Change, ChangeGroup, Side } from './difference.ts';
import { constraintsHeld, targetsMet } from './difference-aims.ts';
import { creditFigure, timeInWords } from './figures.ts';

/** What happened, in one word: `Added`. */
export function kindInWords(kind: Change['kind']): string {
  switch (kind) {
    case 'added':
      return 'Added';
    case 'removed':
      return 'Removed';
    case 'replaced':
      return 'Replaced';
    case 'moved':
      return 'Moved';
    case 'changed':
      return 'Changed';
    default:
      return assertNever(kind);
  }
}

/** A change as one line: `AI in nursing, Minutes: 1 h → 1 h 30 min`. */
export function changeLine({ kind, about, what, before, after }: Change): string {
  const subject = [kind === 'replaced' ? '' : about, what].filter((part) => part !== '').join(', ');
  const states = before !== '' && after !== '' ? `${before} → ${after}` : before === '' ? after : before;
  return [`${kindInWords(kind)}`, subject, states]
    .filter((part) => part !== '')
    .join(': ')
    .replace(/\s*\n\s*/g, ' ');
}

/** Two sides by name, such as `version 1` and `the draft`. */
export type SideNames = { readonly before: string; readonly after: string };

/** One paragraph: what came and went, and what it means for time, credit and targets. */
export function differenceSummary(
  before: Side,
  after: Side,
  groups: readonly ChangeGroup[],
  names: SideNames,
): string {
  if (groups.length === 0) return `${capital(names.before)} and ${names.after} read the same.`;
  const parts = countsInWords(groups);
  const what = parts.length === 0 ? 'the words differ' : listed(parts);
  return [
    `From ${names.before} to ${names.after}: ${what}.`,
    `${sentence('Time', timeInWords(before), timeInWords(after))}, ${sentence('credit', creditFigure(before), creditFigure(after))}.`,
    ...targetsSentence(before, after),
    ...constraintsSentence(before, after),
  ].join(' ');
}

/** The whole difference as plain text, to be pasted into a message. */
export function differenceText(title: string, summary: string, groups: readonly ChangeGroup[]): string {
  return [
    title,
    summary,
    ...groups.map(({ title: heading, changes }) =>
      [heading, ...changes.map((change) => `- ${changeLine(change)}`)].join('\n'),
    ),
  ].join('\n\n');
}

function countsInWords(groups: readonly ChangeGroup[]): readonly string[] {
  const changesOf = (title: string): readonly Change[] =>
    groups.find((group) => group.title === title)?.changes ?? [];
  const modules = changesOf('Modules').filter(({ what }) => what === '');
  const count = (kind: Change['kind'], verb: string): readonly string[] => {
    const number = modules.filter((change) => change.kind === kind).length;
    return number === 0 ? [] : [`${counted(number, 'module', 'modules')} ${verb}`];
  };
  const lines = (title: string, one: string, many: string): readonly string[] => {
    const number = changesOf(title).length;
    return number === 0 ? [] : [`${counted(number, one, many)} changed`];
  };
  return [
    ...count('added', 'added'),
    ...count('removed', 'removed'),
    ...count('replaced', 'replaced'),
    ...count('moved', 'moved'),
    ...lines('Minutes of modules', 'length', 'lengths'),
    ...lines('Electives', 'rule of electives', 'rules of electives'),
    ...lines('Objectives', 'objective', 'objectives'),
    ...lines('Targets', 'target', 'targets'),
  ];
}

function targetsSentence(before: Side, after: Side): readonly string[] {
  const [earlier, later] = [targetsMet(before), targetsMet(after)];
  if (earlier.of === 0 && later.of === 0) return [];
  const [one, other] = [`${earlier.met} of ${earlier.of}`, `${later.met} of ${later.of}`];
  return [one === other ? `Targets met stay ${other}.` : `Targets met go from ${one} to ${other}.`];
}

function constraintsSentence(before: Side, after: Side): readonly string[] {
  const [earlier, later] = [constraintsHeld(before), constraintsHeld(after)];
  if (earlier.of === 0 && later.of === 0) return [];
  const [one, other] = [`${earlier.held} of ${earlier.of}`, `${later.held} of ${later.of}`];
  return [
    one === other
      ? `Constraints that hold stay ${other}.`
      : `Constraints that hold go from ${one} to ${other}.`,
  ];
}

function sentence(what: string, before: string, after: string): string {
  if (before === after) return `${what} stays ${after}`;
  // “From 23 to 25 to 24 to 26” cannot be read.
  const spans = [before, after].some((figure) => figure.includes(' to '));
  return spans ? `${what} was ${before} and is now ${after}` : `${what} goes from ${before} to ${after}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
