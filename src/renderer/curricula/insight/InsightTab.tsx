import { Anchor, Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { Section } from '../../components/index.ts';
import type { AdditionActs } from '../builder/addition-acts.ts';
import { useAdditionActs } from '../builder/use-addition-acts.ts';
import type { Draft } from '../draft/use-draft.ts';
import type { Library } from '../library.ts';
import { Assessments } from './Assessments.tsx';
import { CoverageFigures, useChosenCompetency } from './Competencies.tsx';
import { CompetencyDetail } from './CompetencyDetail.tsx';
import { ConstraintList } from './ConstraintList.tsx';
import { CopyTable } from './CopyTable.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { Folded } from './Folded.tsx';
import { Gaps } from './Gaps.tsx';
import classes from './Insight.module.css';
import tab from './InsightTab.module.css';
import { ModuleName } from './ModuleName.tsx';
import { Objectives } from './Objectives.tsx';
import { PartStanding } from './Part.tsx';
import { PrerequisiteGraph } from './PrerequisiteGraph.tsx';
import { Risks } from './Risks.tsx';
import type { PartName } from './remembered-parts.ts';
import { PART_TITLES, standingOf } from './standings.ts';
import { HeadFigures, TimeAndCredit } from './TimeAndCredit.tsx';
import {
  assessmentTable,
  constraintTable,
  coverageTable,
  domainTable,
  objectiveTable,
  prerequisiteTable,
  workloadTable,
} from './tables.ts';
import { WorkloadWeeks } from './WorkloadWeeks.tsx';

/** What the insight pane shows, at full width: to look at, mend, print, and copy. */
export function InsightTab({
  curriculumId,
  draft,
  found,
  library,
}: {
  readonly curriculumId: number;
  readonly draft: Draft;
  readonly found: Insight;
  readonly library: Library;
}) {
  const acts = useAdditionActs(draft, library);
  const setUp = (words: string): ReactNode => (
    <Anchor component={Link} href={`/curricula/${curriculumId}/about`} inherit>
      {words}
    </Anchor>
  );
  const part = (name: PartName, body: ReactNode, table?: () => ReturnType<typeof domainTable>): ReactNode => (
    <InsightSection name={name} found={found} table={table}>
      {body}
    </InsightSection>
  );
  return (
    <div className={tab.page}>
      <div className={tab.head}>
        <div className={tab.headFigures}>
          <HeadFigures found={found} />
        </div>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          className={tab.noPrint ?? ''}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </div>
      <div className={tab.pair}>
        {part(
          'constraints',
          found.checks.length > 0 ? (
            <ConstraintList checks={found.checks} />
          ) : (
            <p className={classes.soft}>
              Nothing is asked of this curriculum yet. {setUp('Set constraints and targets')}
            </p>
          ),
          found.checks.length > 0 ? () => constraintTable(found.checks) : undefined,
        )}
        {part('time', <TimeAndCredit found={found} />, () => domainTable(found))}
      </div>
      <div className={tab.single}>
        <Coverage draft={draft} found={found} library={library} acts={acts} />
      </div>
      <div className={tab.single}>
        <InsightSection name="prerequisites" found={found} table={() => prerequisiteTable(found)}>
          {found.gaps.length === 0 ? null : <Gaps found={found} library={library} acts={acts} />}
          <PrerequisiteGraph found={found} library={library} />
        </InsightSection>
      </div>
      <div className={tab.pair}>
        {part('objectives', <Objectives bloom={found.bloom} />, () => objectiveTable(found))}
        {part('assessment', <Assessments found={found} />, () => assessmentTable(found))}
      </div>
      <div className={tab.pair}>
        {part('risks', <Risks found={found} />)}
        {part(
          'workload',
          <WorkloadWeeks workload={found.workload} schedule={setUp('Set the schedule')} />,
          found.workload ? () => workloadTable(found) : undefined,
        )}
      </div>
    </div>
  );
}

function InsightSection({
  name,
  found,
  table,
  children,
}: {
  readonly name: PartName;
  readonly found: Insight;
  readonly table?: (() => ReturnType<typeof domainTable>) | undefined;
  readonly children: ReactNode;
}) {
  const title = PART_TITLES[name];
  return (
    <Section
      title={title}
      description={<PartStanding standing={standingOf(name, found)} />}
      actions={
        table ? (
          <span className={tab.noPrint}>
            <CopyTable what={title.toLowerCase()} rows={table} />
          </span>
        ) : null
      }
    >
      {children}
    </Section>
  );
}

function Coverage({
  draft,
  found,
  library,
  acts,
}: {
  readonly draft: Draft;
  readonly found: Insight;
  readonly library: Library;
  readonly acts: AdditionActs;
}) {
  const { cells, cell, choose, setTarget } = useChosenCompetency(draft, found, library);
  return (
    <InsightSection name="coverage" found={found} table={() => coverageTable(cells)}>
      <div className={tab.coverage}>
        <div>
          <CoverageTable cells={cells} chosen={cell?.code ?? null} onChoose={choose} />
          <p className={classes.rule}>
            The numbers are the modules that give exactly this level, as the outline counts them; e marks an
            elective. Filled: every learner reaches it. Striped: with the right electives. Dashed: asked for,
            not reached.
          </p>
          {found.placed.length === 0 ? null : (
            <Folded title="Which module has which number">
              <ol className={tab.key}>
                {found.placed.map(({ module, number }) => (
                  <li key={module.id}>
                    <span className={tab.keyNumber}>{number}</span>
                    <span className={tab.keyTitle}>
                      <ModuleName module={module} />
                    </span>
                  </li>
                ))}
              </ol>
            </Folded>
          )}
        </div>
        <div className={tab.beside}>
          {cell ? (
            <CompetencyDetail
              heading="h3"
              cell={cell}
              found={found}
              library={library}
              onTarget={setTarget}
              onAdd={acts.add}
            />
          ) : null}
          <CoverageFigures found={found} />
        </div>
      </div>
    </InsightSection>
  );
}
