import { Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import type { CompetencyLevel, Module } from '../../../shared/contract/curricula.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { formatCount, formatCredits, formatMinutes } from '../../../shared/format.ts';
import { Figure } from '../../components/index.ts';
import { coverageCells, firstToLookAt } from '../coverage/cells.ts';
import { HeatMap } from '../coverage/HeatMap.tsx';
import { withTarget } from '../coverage/targets.ts';
import type { Draft } from '../draft/use-draft.ts';
import type { Library } from '../library.ts';
import classes from './Builder.module.css';
import { CompetencyDetail } from './CompetencyDetail.tsx';
import { DomainTable } from './DomainTable.tsx';
import { Gaps } from './Gaps.tsx';
import type { OutlineActs } from './outline-acts.ts';

/** What the outline adds up to, while it is edited. */
export function InsightPane({
  draft,
  outline,
  found,
  library,
  acts,
}: {
  readonly draft: Draft;
  readonly outline: readonly Module[];
  readonly found: Insight;
  readonly library: Library;
  readonly acts: OutlineActs;
}) {
  const heading = useId();
  const cells = useMemo(
    () => coverageCells(library.competencies, found.coverage),
    [library.competencies, found.coverage],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const code = chosen ?? firstToLookAt(cells);
  const cell = cells.find((candidate) => candidate.code === code) ?? null;
  const competency = library.competencies.find((candidate) => candidate.code === code) ?? null;

  function setTarget(target: 0 | CompetencyLevel): void {
    if (!cell) return;
    setChosen(cell.code);
    const { label, targets } = withTarget(draft.content.targets, cell, target);
    draft.edit(label, { targets });
  }

  return (
    <section className={classes.pane} aria-labelledby={heading} data-pane="insight">
      <div className={classes.paneHead}>
        <Title order={2} id={heading}>
          Insight
        </Title>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className={classes.scroll} tabIndex={0} role="group" aria-label="Insight">
        <div className={classes.figures}>
          <Figure
            label={found.creditQuarters === 4 ? 'credit' : 'credits'}
            value={formatCredits(found.creditQuarters)}
          />
          <Figure label="of instruction" value={formatMinutes(found.minutes)} />
          <Figure
            label="targets met"
            value={
              found.targets === 0 ? '–' : `${formatCount(found.targetsMet)}/${formatCount(found.targets)}`
            }
          />
        </div>
        <DomainTable domains={found.domains} />
        <p className={classes.rule}>{found.creditRule}</p>
        <section className={classes.part} aria-label="Prerequisites">
          {found.gaps.length === 0 ? (
            <p className={classes.fine}>
              <IconCheck size={16} aria-hidden />
              {outline.length === 0 ? 'No prerequisites yet.' : 'All prerequisites come first.'}
            </p>
          ) : (
            <Gaps gaps={found.gaps} library={library} acts={acts} />
          )}
        </section>
        <section className={classes.part} aria-label="Competencies">
          <h3 className={classes.partHeading}>Competencies</h3>
          <HeatMap cells={cells} chosen={code} onChoose={setChosen} />
          {cell && competency ? (
            <CompetencyDetail
              cell={cell}
              competency={competency}
              outline={outline}
              library={library}
              onTarget={setTarget}
              onAdd={(module) => acts.add([module])}
            />
          ) : null}
        </section>
      </div>
    </section>
  );
}
