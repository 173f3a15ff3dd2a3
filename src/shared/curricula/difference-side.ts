import type { CurriculumContent, CurriculumVersion } from '../contract/curricula.ts';
import type { Competency, Module } from '../contract/modules.ts';
import { quartersFromMinutes, type Rounding } from '../credit/quarter-hours.ts';
import { outlineSpan } from './electives.ts';
import { moduleIdsOf } from './outline.ts';

/** One of the two that are compared: a frozen version, or a draft with its modules as they read now. */
export type Side = Pick<
  CurriculumVersion,
  | 'title'
  | 'description'
  | 'audience'
  | 'delivery'
  | 'award'
  | 'kind'
  | 'items'
  | 'targets'
  | 'constraints'
  | 'schedule'
  | 'content'
  | 'competencies'
  | 'minutes'
  | 'creditQuarters'
  | 'mostMinutes'
  | 'mostCreditQuarters'
>;

/** What a line tells: something came, went, stands elsewhere, or reads differently. */
export type ChangeKind = 'added' | 'removed' | 'replaced' | 'moved' | 'changed';

/** One difference in words. `before` and `after` are empty where there was, or is, nothing. */
export type Change = {
  readonly kind: ChangeKind;
  /** What it is about, such as the title of a module. */
  readonly about: string;
  /** What of it, such as `Minutes`; empty when it is the whole. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** Whether it can change the credit: modules, minutes, electives. */
  readonly changesCredit: boolean;
};

/** A change of one part, as a list of one; empty when both read the same. */
export function changed(
  about: string,
  what: string,
  before: string,
  after: string,
  changesCredit = false,
): readonly Change[] {
  if (before === after) return [];
  const kind = before === '' ? 'added' : after === '' ? 'removed' : 'changed';
  return [{ kind, about, what, before, after, changesCredit }];
}

/** Modules that both sides hold, as the second names them, in its order. */
export function modulesOfBoth(before: Side, after: Side): readonly (readonly [Module, Module])[] {
  const earlier = new Map(before.content.map((module) => [module.id, module]));
  return after.content.flatMap((module) => {
    const known = earlier.get(module.id);
    return known ? [[known, module] as const] : [];
  });
}

/** A draft as a side, with the modules as the library has them now. Modules that it does not know are left out. */
export function draftSide(
  content: CurriculumContent,
  library: {
    readonly byId: ReadonlyMap<number, Module>;
    readonly competencies: readonly Competency[];
    readonly rounding: Rounding;
  },
): Side {
  const { least, most } = outlineSpan(content.items, (id) => library.byId.get(id));
  return {
    ...content,
    content: moduleIdsOf(content.items).flatMap((id) => library.byId.get(id) ?? []),
    competencies: [...library.competencies],
    minutes: least,
    creditQuarters: quartersFromMinutes(least, library.rounding),
    mostMinutes: most,
    mostCreditQuarters: quartersFromMinutes(most, library.rounding),
  };
}
