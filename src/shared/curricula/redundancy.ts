import { type Coverage, givesWhateverIsChosen } from './coverage.ts';
import type { InsightModule, Placed, ReadOutline } from './read-outline.ts';

/** A target and the modules that reach it. */
export type Provided = Pick<Coverage, 'code' | 'name' | 'target'> & { readonly by: readonly Placed[] };

/** Where a target hangs on one module, and where several do the same. */
export type Redundancy = {
  /** Targets that one module alone reaches. */
  readonly single: readonly Provided[];
  readonly singleRule: string;
  /** Targets that several modules reach. */
  readonly repeated: readonly Provided[];
  /** Modules beyond the first at target level, over all targets. */
  readonly extra: number;
  readonly extraRule: string;
  /** Required modules that could go, one at a time, without a target or a prerequisite being lost. */
  readonly spare: readonly InsightModule[];
  readonly spareRule: string;
};

/** Looks at every target: who reaches it, and whether anyone could be spared. */
export function redundancy(outline: ReadOutline, coverage: readonly Coverage[]): Redundancy {
  const provided = coverage
    .filter(({ target }) => target > 0)
    .map(
      ({ code, name, target, giving }): Provided => ({
        code,
        name,
        target,
        by: giving.filter(({ level }) => level >= target).map(({ placed }) => placed),
      }),
    );
  const repeated = provided.filter(({ by }) => by.length > 1);
  return {
    single: provided.filter(({ by }) => by.length === 1),
    singleRule:
      'Targets that only one module of the outline reaches: without it nobody would reach them. Electives count like any other module, although a learner may leave them out.',
    repeated,
    extra: repeated.reduce((sum, { by }) => sum + by.length - 1, 0),
    extraRule: 'For each target: the modules that reach it, less one; added up over all targets.',
    spare: spareModules(outline, coverage),
    spareRule:
      'Required modules that could go, one at a time, while every target stays as it is and no module loses a prerequisite. Minutes, credit and domains are not looked at.',
  };
}

function spareModules(outline: ReadOutline, coverage: readonly Coverage[]): readonly InsightModule[] {
  const asked = coverage.filter(({ target }) => target > 0);
  if (asked.length === 0) return [];
  const needed = new Set(outline.placed.flatMap(({ module }) => module.prerequisites));
  for (const { target, attained, giving } of asked) {
    // What is kept: the target, or as much of it as is attained.
    const level = Math.min(target, attained);
    const enough = giving.filter((one) => level > 0 && one.level >= level).map(({ placed }) => placed);
    const required = enough.filter(({ group }) => group === null);
    const [only] = required;
    if (!only || required.length > 1) continue;
    const others = new Set(enough);
    if (!outline.groups.some((group) => givesWhateverIsChosen(group, others))) needed.add(only.module.code);
  }
  return outline.required.map(({ module }) => module).filter(({ code }) => !needed.has(code));
}
