import { Anchor, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Link, useLocation } from 'wouter';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { ScrollRegion } from '../../components/index.ts';
import type { OutlineActs } from '../builder/outline-acts.ts';
import frame from '../builder/Panes.module.css';
import type { Draft } from '../draft/use-draft.ts';
import type { Library } from '../library.ts';
import { Assessments } from './Assessments.tsx';
import { Competencies } from './Competencies.tsx';
import { ConstraintList } from './ConstraintList.tsx';
import { Gaps } from './Gaps.tsx';
import classes from './Insight.module.css';
import { RevealModule } from './ModuleName.tsx';
import { Objectives } from './Objectives.tsx';
import { Part } from './Part.tsx';
import { Risks } from './Risks.tsx';
import { PARTS, type PartName, useOpenParts } from './remembered-parts.ts';
import { PART_TITLES, standingOf } from './standings.ts';
import { HeadFigures, TimeAndCredit } from './TimeAndCredit.tsx';
import { WorkloadWeeks } from './WorkloadWeeks.tsx';

/** What the outline can be asked to do from here. */
export type InsightActs = Pick<OutlineActs, 'add' | 'mend' | 'mendAll' | 'reveal'>;

/** What the outline adds up to, while it is edited. */
export function InsightPane({
  draft,
  found,
  library,
  acts,
}: {
  readonly draft: Draft;
  readonly found: Insight;
  readonly library: Library;
  readonly acts: InsightActs;
}) {
  const heading = useId();
  const { isOpen, toggle } = useOpenParts();
  const [location] = useLocation();
  const own = location.split('/').slice(0, 3).join('/');
  const setUp = (words: string): ReactNode => (
    <Anchor component={Link} href={`${own}/about`} inherit>
      {words}
    </Anchor>
  );

  function bodyOf(part: PartName): ReactNode {
    switch (part) {
      case 'constraints':
        return found.checks.length > 0 ? (
          <ConstraintList checks={found.checks} />
        ) : (
          <p className={classes.soft}>
            Nothing is asked of this curriculum yet. {setUp('Set constraints and targets')}
          </p>
        );
      case 'time':
        return <TimeAndCredit found={found} />;
      case 'coverage':
        return <Competencies draft={draft} found={found} library={library} onAdd={acts.add} />;
      case 'prerequisites':
        return <Gaps found={found} library={library} acts={acts} />;
      case 'risks':
        return <Risks found={found} />;
      case 'objectives':
        return <Objectives bloom={found.bloom} />;
      case 'assessment':
        return <Assessments found={found} />;
      case 'workload':
        return <WorkloadWeeks workload={found.workload} schedule={setUp('Set the schedule')} />;
    }
  }

  return (
    <RevealModule value={acts.reveal}>
      <section className={frame.pane} aria-labelledby={heading} data-pane="insight">
        <div className={frame.paneHead}>
          <Title order={2} id={heading}>
            Insight
          </Title>
          <Anchor component={Link} href={`${own}/insight`} size="xs">
            Open at full width
          </Anchor>
        </div>
        <ScrollRegion label="Insight" role="group" className={frame.scroll}>
          <HeadFigures found={found} />
          {PARTS.map((part) => (
            <Part
              key={part}
              title={PART_TITLES[part]}
              standing={standingOf(part, found)}
              open={isOpen(part)}
              onToggle={() => toggle(part)}
            >
              {bodyOf(part)}
            </Part>
          ))}
        </ScrollRegion>
      </section>
    </RevealModule>
  );
}
