import type { Competency, CompetencyLevel } from '../../../shared/contract/modules.ts';
import { DOMAINS, type Domain } from '../../../shared/contract/primitives.ts';
import type { Coverage } from '../../../shared/curricula/insight.ts';
import { levelInWords } from '../words.ts';

/** One competency in the heat map: what is asked, what is reached, and by which modules. */
export type Cell = Coverage;

/** Every competency, also those that nothing asks for and nothing gives. */
export function coverageCells(
  competencies: readonly Pick<Competency, 'code' | 'name' | 'domain'>[],
  coverage: readonly Coverage[],
): readonly Cell[] {
  const known = new Map(coverage.map((row) => [row.code, row]));
  return competencies.map(
    ({ code, name, domain }): Cell =>
      known.get(code) ?? {
        code,
        name,
        domain,
        target: 0,
        attained: 0,
        possible: 0,
        met: true,
        givenBy: [],
        giving: [],
      },
  );
}

/** The cells of each domain, domains always in the same order; those without cells are left out. */
export function byDomain(
  cells: readonly Cell[],
): readonly { readonly domain: Domain; readonly cells: readonly Cell[] }[] {
  return DOMAINS.map((domain) => ({ domain, cells: cells.filter((cell) => cell.domain === domain) })).filter(
    (group) => group.cells.length > 0,
  );
}

/** The competency that most wants a look: the first target that is not met, else the first target, else the first. */
export function firstToLookAt(cells: readonly Cell[]): string | null {
  const cell = cells.find(({ met }) => !met) ?? cells.find(({ target }) => target > 0) ?? cells[0];
  return cell?.code ?? null;
}

/** How one level of a competency looks: reached, reached by some electives, asked for but not reached, or neither. */
export type Shade = 'reached' | 'possible' | 'asked' | 'none';

/** The shade of one level of a competency; what every learner reaches goes before what some reach. */
export function shadeOf(cell: Pick<Cell, 'target' | 'attained' | 'possible'>, level: CompetencyLevel): Shade {
  if (cell.attained >= level) return 'reached';
  if (cell.possible >= level) return 'possible';
  return cell.target >= level ? 'asked' : 'none';
}

/** A cell as a sentence: `F4 Generative AI: target 2 (apply), reaches 1 (aware), not met`. */
export function cellInWords(cell: Cell): string {
  const target = cell.target === 0 ? 'no target' : `target ${levelInWords(cell.target)}`;
  const standing = cell.target === 0 ? '' : cell.met ? ', met' : ', not met';
  const more =
    cell.possible > cell.attained ? `, ${levelInWords(cell.possible)} with the right electives` : '';
  return `${cell.code} ${cell.name}: ${target}, reaches ${levelInWords(cell.attained)}${more}${standing}`;
}
