import type { Constraints, ElectiveRule, OutlineItem, Schedule } from '../contract/curricula.ts';
import type { Competency, Module, Targets } from '../contract/modules.ts';
import { exampleModule } from '../modules/example-module.ts';
import { type Insight, insight } from './insight.ts';
import { NO_CONSTRAINTS, NO_SCHEDULE } from './outline.ts';

/** A module for tests: its number names it, `1` → `M1`. */
export function numbered(id: number, rest: Partial<Module> = {}): Module {
  return exampleModule(`M${id}`, { id, title: `M${id}`, ...rest });
}

/** What a module gives, written `F1 2`. */
export function gives(...texts: readonly string[]): Pick<Module, 'competencies'> {
  return {
    competencies: texts.map((text) => {
      const [code = '', level] = text.split(' ');
      return { code, level: level === '3' ? 3 : level === '2' ? 2 : 1 };
    }),
  };
}

/** A required module of an outline. */
export function required(id: number, week: number | null = null): OutlineItem {
  return { kind: 'module', moduleId: id, note: '', week };
}

/** A group of electives of an outline. */
export function electives(
  rule: ElectiveRule,
  ids: readonly number[],
  weeks: Readonly<Record<number, number>> = {},
): OutlineItem {
  const options = ids.map((moduleId) => ({ moduleId, note: '', week: weeks[moduleId] ?? null }));
  return { kind: 'electives', key: `group${ids[0] ?? 0}`, title: 'Electives', note: '', rule, options };
}

/** Two competencies for tests; C1 is bound to specialties at level 3. */
export const COMPETENCIES: readonly Pick<Competency, 'code' | 'name' | 'domain' | 'specialtyBoundLevel'>[] = [
  { code: 'F1', name: 'Concepts', domain: 'foundations', specialtyBoundLevel: null },
  { code: 'C1', name: 'Fit', domain: 'clinical', specialtyBoundLevel: 3 },
];

/** The insight of an outline over these modules, on November 25, 2026. */
export function look(
  modules: readonly Module[],
  items: readonly OutlineItem[],
  rest: {
    readonly targets?: Readonly<Record<string, 1 | 2 | 3>>;
    readonly constraints?: Partial<Constraints>;
    readonly schedule?: Partial<Schedule>;
  } = {},
): Insight {
  const byId = new Map(modules.map((module) => [module.id, module]));
  return insight(
    {
      items: [...items],
      targets: rest.targets ?? ({} satisfies Targets),
      constraints: { ...NO_CONSTRAINTS, ...rest.constraints },
      schedule: { ...NO_SCHEDULE, ...rest.schedule },
    },
    {
      moduleOf: (id) => byId.get(id),
      competencies: COMPETENCIES,
      rounding: 'nearest',
      today: '2026-11-25',
    },
  );
}
