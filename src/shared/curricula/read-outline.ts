import type { CurriculumContent, ElectiveRule } from '../contract/curricula.ts';
import type { Competency, Module } from '../contract/modules.ts';
import type { Rounding } from '../credit/quarter-hours.ts';

/** What the sums need to know of a module. */
export type InsightModule = Pick<
  Module,
  | 'id'
  | 'code'
  | 'title'
  | 'domain'
  | 'minutes'
  | 'prerequisites'
  | 'competencies'
  | 'objectives'
  | 'specialtyFocus'
  | 'mooreLevel'
  | 'reviewBy'
  | 'aiUses'
>;

/** The parts of a curriculum that its sums come from. */
export type InsightContent = {
  readonly [Part in 'items' | 'targets' | 'constraints' | 'schedule']: Readonly<CurriculumContent[Part]>;
};

/** What a curriculum is measured against: the modules as they read now, the competencies, the office's rule, the day. */
export type InsightLibrary = {
  readonly moduleOf: (id: number) => InsightModule | undefined;
  readonly competencies: readonly Pick<Competency, 'code' | 'name' | 'domain' | 'specialtyBoundLevel'>[];
  readonly rounding: Rounding;
  /** `YYYY-MM-DD`, for what is overdue. */
  readonly today: string;
};

/** A module in its place. */
export type Placed = {
  readonly module: InsightModule;
  /** Its number in the outline, from 1, options of electives counted in their place. */
  readonly number: number;
  /** Key of the group of electives that it is an option of; null when every learner takes it. */
  readonly group: string | null;
  /** Week in which it is held; null where the schedule decides. */
  readonly week: number | null;
};

/** A group of electives with the options that the library knows. */
export type PlacedGroup = {
  readonly kind: 'group';
  readonly key: string;
  readonly title: string;
  readonly rule: ElectiveRule;
  readonly options: readonly Placed[];
};

/** A module that every learner takes, or a group, in teaching order. */
export type Block = { readonly kind: 'required'; readonly placed: Placed } | PlacedGroup;

/** An outline with its modules looked up. */
export type ReadOutline = {
  readonly blocks: readonly Block[];
  /** Every module in its order, options too. */
  readonly placed: readonly Placed[];
  readonly required: readonly Placed[];
  readonly groups: readonly PlacedGroup[];
};

/** Looks the modules of an outline up, once for all sums. Modules that nobody knows are left out. */
export function readOutline(
  items: InsightContent['items'],
  moduleOf: InsightLibrary['moduleOf'],
): ReadOutline {
  let number = 0;
  const place = (
    { moduleId, week }: { readonly moduleId: number; readonly week: number | null },
    group: string | null,
  ): readonly Placed[] => {
    const module = moduleOf(moduleId);
    if (!module) return [];
    number += 1;
    return [{ module, number, group, week }];
  };
  const blocks = items.flatMap((item): readonly Block[] => {
    if (item.kind === 'section') return [];
    if (item.kind === 'module') return place(item, null).map((placed) => ({ kind: 'required', placed }));
    const { key, title, rule } = item;
    return [
      { kind: 'group', key, title, rule, options: item.options.flatMap((option) => place(option, key)) },
    ];
  });
  const required = blocks.flatMap((block) => (block.kind === 'required' ? [block.placed] : []));
  const groups = blocks.flatMap((block) => (block.kind === 'group' ? [block] : []));
  const placed = blocks.flatMap((block) => (block.kind === 'required' ? [block.placed] : block.options));
  return { blocks, placed, required, groups };
}
