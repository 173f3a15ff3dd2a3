import type { OutlineItem } from '../contract/curricula.ts';
import { type Change, changed, type Side } from './difference-side.ts';
import { ruleInWords } from './elective-words.ts';

type Section = Extract<OutlineItem, { kind: 'section' }>;
type Group = Extract<OutlineItem, { kind: 'electives' }>;

/** Groups of electives that came, went, were renamed, or ask for something else. Their options are told as modules. */
export function electiveChanges(before: Side, after: Side): readonly Change[] {
  return matched(groupsOf(before), groupsOf(after)).flatMap(([one, other]): readonly Change[] => {
    const about = other?.title ?? one?.title ?? '';
    if (!one || !other)
      return changed(about, 'Group of electives', one ? rule(one) : '', other ? rule(other) : '', true);
    return [
      ...changed(about, 'Name', one.title, other.title),
      ...changed(about, 'Rule', rule(one), rule(other), true),
    ];
  });
}

function rule(group: Group): string {
  return ruleInWords(group.rule, group.options.length);
}

/** Sections that came, went, were renamed, or stand in another order. */
export function sectionChanges(before: Side, after: Side): readonly Change[] {
  const [earlier, later] = [sectionsOf(before), sectionsOf(after)];
  const inBoth = (one: readonly Section[], other: readonly Section[]): readonly Section[] =>
    one.filter(({ key }) => other.some((section) => section.key === key));
  const order = (one: readonly Section[], other: readonly Section[]): string =>
    inBoth(one, other)
      .map(({ key }) => key)
      .join(' ');
  const titles = (one: readonly Section[], other: readonly Section[]): string =>
    inBoth(one, other)
      .map(({ title }) => title)
      .join(', ');
  const moved = order(earlier, later) !== order(later, earlier);
  return [
    ...matched(earlier, later).flatMap(([one, other]): readonly Change[] => {
      const about = other?.title ?? one?.title ?? '';
      if (!one || !other) return changed(about, 'Section', one?.title ?? '', other?.title ?? '');
      return changed(about, 'Title of the section', one.title, other.title);
    }),
    ...(moved ? [reordered(titles(earlier, later), titles(later, earlier))] : []),
  ];
}

function reordered(before: string, after: string): Change {
  return { kind: 'moved', about: 'Sections', what: 'Order', before, after, changesCredit: false };
}

/** Notes of sections and groups that both sides hold. */
export function headingNotes(before: Side, after: Side): readonly Change[] {
  return [
    ...matched(sectionsOf(before), sectionsOf(after)),
    ...matched(groupsOf(before), groupsOf(after)),
  ].flatMap(([one, other]) => (one && other ? changed(other.title, 'Note', one.note, other.note) : []));
}

function sectionsOf({ items }: Side): readonly Section[] {
  return items.flatMap((item) => (item.kind === 'section' ? [item] : []));
}

function groupsOf({ items }: Side): readonly Group[] {
  return items.flatMap((item) => (item.kind === 'electives' ? [item] : []));
}

/** Headings of both sides by their keys: those of the second in its order, then those that went. */
function matched<H extends { readonly key: string }>(
  before: readonly H[],
  after: readonly H[],
): readonly (readonly [H | null, H | null])[] {
  const earlier = new Map(before.map((one) => [one.key, one]));
  const later = new Set(after.map(({ key }) => key));
  return [
    ...after.map((other) => [earlier.get(other.key) ?? null, other] as const),
    ...before.filter(({ key }) => !later.has(key)).map((one) => [one, null] as const),
  ];
}
