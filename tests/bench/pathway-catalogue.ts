import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Domain } from '../../src/shared/contract/primitives.ts';
import { AUDIENCES } from '../../src/shared/curricula/words.ts';
import type { PathwayModule, PathwayProblem } from '../../src/shared/pathways/problem.ts';

/** What is read of the starter catalog. */
type Catalogue = {
  readonly competencies: readonly {
    readonly code: string;
    readonly name: string;
    readonly domain: Domain;
    readonly specialty_bound_level: number | null;
  }[];
  readonly modules: readonly (Omit<PathwayModule, 'code' | 'specialtyFocus' | 'retired'> & {
    readonly id: string;
    readonly specialty_focus: readonly string[];
  })[];
  readonly templates: readonly {
    readonly id: string;
    readonly targets: PathwayProblem['request']['targets'];
  }[];
};

/** The targets of every template for a newcomer of every group, on the starter catalog. */
export function catalogueProblems(): readonly PathwayProblem[] {
  const path = join(import.meta.dirname, '..', '..', 'resources', 'catalogue', 'catalogue.json');
  // The catalog comes with the program.
  const catalogue = JSON.parse(readFileSync(path, 'utf8')) as Catalogue;
  const competencies = catalogue.competencies.map(({ specialty_bound_level, ...competency }) => ({
    ...competency,
    specialtyBoundLevel: specialty_bound_level,
  }));
  const modules = catalogue.modules.map(({ id, specialty_focus, ...module }) => ({
    ...module,
    code: id,
    specialtyFocus: [...specialty_focus],
    retired: false,
  }));
  return catalogue.templates.flatMap(({ targets }) =>
    AUDIENCES.map((specialty) => ({
      competencies,
      modules,
      levels: [],
      completed: [],
      request: {
        specialty,
        practiceArea: '',
        targets,
        creditQuarters: 0,
        maximumMinutes: null,
        domainMinutes: {},
        include: [],
        exclude: [],
        waived: [],
      },
      rounding: 'nearest' as const,
      today: '2026-11-24',
    })),
  );
}
