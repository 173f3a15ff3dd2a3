import { useMemo, useState } from 'react';
import type { CompetencyLevel } from '../../../shared/contract/modules.ts';
import { COVERAGE_RULES } from '../../../shared/curricula/coverage.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import type { OutlineActs } from '../builder/outline-acts.ts';
import { type Cell, coverageCells, firstToLookAt } from '../coverage/cells.ts';
import { HeatMap } from '../coverage/HeatMap.tsx';
import { withTarget } from '../coverage/targets.ts';
import type { Draft } from '../draft/use-draft.ts';
import type { Library } from '../library.ts';
import { CompetencyDetail } from './CompetencyDetail.tsx';
import classes from './Insight.module.css';

/** The competency that is looked at, and the target that can be set for it. */
export type ChosenCompetency = {
  readonly cells: readonly Cell[];
  readonly cell: Cell | null;
  readonly choose: (code: string) => void;
  readonly setTarget: (target: 0 | CompetencyLevel) => void;
};

/** Chooses the competency that most wants a look until another is chosen. */
export function useChosenCompetency(draft: Draft, found: Insight, library: Library): ChosenCompetency {
  const cells = useMemo(
    () => coverageCells(library.competencies, found.coverage),
    [library.competencies, found.coverage],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const code = chosen ?? firstToLookAt(cells);
  const cell = cells.find((candidate) => candidate.code === code) ?? null;
  return {
    cells,
    cell,
    choose: setChosen,
    setTarget(target) {
      if (!cell) return;
      setChosen(cell.code);
      const { label, targets } = withTarget(draft.content.targets, cell, target);
      draft.edit(label, { targets });
    },
  };
}

/** The heat map with the chosen competency, and how far all targets are met. */
export function Competencies({
  draft,
  found,
  library,
  onAdd,
}: {
  readonly draft: Draft;
  readonly found: Insight;
  readonly library: Library;
  readonly onAdd: OutlineActs['add'];
}) {
  const { cells, cell, choose, setTarget } = useChosenCompetency(draft, found, library);
  return (
    <>
      <HeatMap cells={cells} chosen={cell?.code ?? null} onChoose={choose} />
      {cell ? (
        <CompetencyDetail
          heading="h4"
          cell={cell}
          found={found}
          library={library}
          onTarget={setTarget}
          onAdd={onAdd}
        />
      ) : null}
      <CoverageFigures found={found} />
    </>
  );
}

/** Breadth and depth, each with how it is counted. */
export function CoverageFigures({ found }: { readonly found: Insight }) {
  const { targets, targetsMet, targetsPossible, levelsAsked, levelsAttained } = found;
  return (
    <div className={classes.sums}>
      {targets === 0 ? (
        <p className={classes.soft}>No targets yet: choose a competency and set one.</p>
      ) : (
        <dl>
          <div>
            <dt>Breadth</dt>
            <dd>
              {percent(targetsMet, targets)}
              <span className={classes.soft}>
                {' '}
                {targetsMet} of {targets} targets
              </span>
            </dd>
          </div>
          <div>
            <dt>Depth</dt>
            <dd>
              {percent(levelsAttained, levelsAsked)}
              <span className={classes.soft}>
                {' '}
                {levelsAttained} of {levelsAsked} levels
              </span>
            </dd>
          </div>
        </dl>
      )}
      <p className={classes.rule}>
        {COVERAGE_RULES.level} {targets === 0 ? '' : `${COVERAGE_RULES.breadth} ${COVERAGE_RULES.depth}`}
        {targetsPossible > targetsMet ? ` ${COVERAGE_RULES.possible}` : ''}
      </p>
    </div>
  );
}

/** A share in whole percent; only the whole is 100. */
function percent(part: number, whole: number): string {
  return `${Math.floor((part * 100) / whole)}%`;
}
