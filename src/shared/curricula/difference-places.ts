import { formatMinutes } from '../format.ts';
import { moduleMoves } from './difference-order.ts';
import { type Change, changed, modulesOfBoth, type Side } from './difference-side.ts';

/** A section or a group of electives; its key stays when it is renamed. */
type Heading = { readonly key: string; readonly title: string };

/** Where a module stands: its section, the group of electives it is an option of, its note and week. */
type Place = {
  readonly section: Heading | null;
  readonly group: Heading | null;
  readonly note: string;
  readonly week: number | null;
};

/** Modules that came, went, were replaced, moved, or stand under another heading. */
export function moduleChanges(before: Side, after: Side): readonly Change[] {
  const moves = moduleMoves(
    before.content.map(({ id }) => id),
    after.content.map(({ id }) => id),
  );
  const earlier = new Map(before.content.map((module) => [module.id, module]));
  const later = new Map(after.content.map((module) => [module.id, module]));
  const replacing = new Set(moves.replaced.map(({ to }) => to));
  const replaced = new Set(moves.replaced.map(({ from }) => from));
  const named = (side: Side, id: number): string => {
    const index = side.content.findIndex((module) => module.id === id);
    const minutes = side.content[index]?.minutes ?? 0;
    return `place ${index + 1}, ${formatMinutes(minutes)}`;
  };
  return [
    ...moves.placed
      .filter(({ id, isNew }) => isNew && !replacing.has(id))
      .map(({ id }): Change => {
        const about = later.get(id)?.title ?? '';
        return { kind: 'added', about, what: '', before: '', after: named(after, id), changesCredit: true };
      }),
    ...moves.removed
      .filter((id) => !replaced.has(id))
      .map((id): Change => {
        const about = earlier.get(id)?.title ?? '';
        return {
          kind: 'removed',
          about,
          what: '',
          before: named(before, id),
          after: '',
          changesCredit: true,
        };
      }),
    ...moves.replaced.map(({ from, to }): Change => {
      const [left, came] = [earlier.get(from), later.get(to)];
      return {
        kind: 'replaced',
        about: came?.title ?? '',
        what: '',
        before: `${left?.title ?? ''} (${formatMinutes(left?.minutes ?? 0)})`,
        after: `${came?.title ?? ''} (${formatMinutes(came?.minutes ?? 0)})`,
        changesCredit: true,
      };
    }),
    ...moves.placed
      .filter(({ isNew }) => !isNew)
      .map(
        ({ id }): Change => ({
          kind: 'moved',
          about: later.get(id)?.title ?? '',
          what: '',
          before: neighbor(before, id),
          after: neighbor(after, id),
          changesCredit: false,
        }),
      ),
    ...headingChanges(before, after),
  ];
}

/** A place in words: its number and what comes before it. */
function neighbor(side: Side, id: number): string {
  const index = side.content.findIndex((module) => module.id === id);
  const previous = side.content[index - 1];
  return `place ${index + 1}, ${previous ? `after ${previous.title}` : 'first'}`;
}

/** Modules of both that belong to another section, or became elective or required. */
function headingChanges(before: Side, after: Side): readonly Change[] {
  const earlier = placesOf(before);
  const later = placesOf(after);
  return modulesOfBoth(before, after).flatMap(([, { id, title }]): readonly Change[] => {
    const [one, other] = [earlier.get(id), later.get(id)];
    if (!one || !other) return [];
    return [
      ...headed(title, 'Section', one.section, other.section, sectionName, false),
      ...headed(title, 'Taken', one.group, other.group, takenInWords, true),
    ];
  });
}

/** A heading that was only renamed is told once, as such, and not for every module below it. */
function headed(
  title: string,
  what: string,
  before: Heading | null,
  after: Heading | null,
  words: (heading: Heading | null) => string,
  changesCredit: boolean,
): readonly Change[] {
  if (before?.key === after?.key) return [];
  return [{ kind: 'changed', about: title, what, before: words(before), after: words(after), changesCredit }];
}

function sectionName(section: Heading | null): string {
  return section === null ? 'no section' : `“${section.title}”`;
}

function takenInWords(group: Heading | null): string {
  return group === null ? 'by every learner' : `as an elective of “${group.title}”`;
}

/** Notes and weeks of modules that both sides hold. */
export function placeNotes(before: Side, after: Side): readonly Change[] {
  const earlier = placesOf(before);
  const later = placesOf(after);
  return modulesOfBoth(before, after).flatMap(([, { id, title }]): readonly Change[] => {
    const [one, other] = [earlier.get(id), later.get(id)];
    if (!one || !other) return [];
    return [
      ...changed(title, 'Note', one.note, other.note),
      ...changed(title, 'Week', weekInWords(one.week), weekInWords(other.week)),
    ];
  });
}

function weekInWords(week: number | null): string {
  return week === null ? '' : `week ${week}`;
}

function placesOf({ items }: Side): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  let section: Heading | null = null;
  for (const item of items) {
    switch (item.kind) {
      case 'section':
        section = item;
        break;
      case 'module':
        places.set(item.moduleId, { section, group: null, note: item.note, week: item.week });
        break;
      case 'electives':
        for (const { moduleId, note, week } of item.options)
          places.set(moduleId, { section, group: item, note, week });
        break;
    }
  }
  return places;
}
