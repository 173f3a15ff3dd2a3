import { Button } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { z } from 'zod';
import type { CohortGaps } from '../../../shared/contract/pathways.ts';
import { audienceName } from '../../../shared/curricula/words.ts';
import { counted, formatCount } from '../../../shared/format.ts';
import { saveFile, showDone, showFault } from '../../api/index.ts';
import { type Column, DataTable, Figure, Figures, Section } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import { NO_GROUP } from '../words.ts';
import { ClosingSets } from './ClosingSets.tsx';
import { GapTable } from './GapTable.tsx';
import { csvFile, gapRows, tabbed } from './gap-rows.ts';

type Gaps = z.infer<typeof CohortGaps>;
type Learner = Gaps['learners'][number];

/** The gaps of a group: figures, competencies by level, the modules that close most, and the people. */
export function CohortView({
  cohort,
  query,
  fileName,
}: {
  readonly cohort: Gaps;
  /** Brings the same targets along to a person's pathway. */
  readonly query: string;
  readonly fileName: string;
}) {
  const unknown = cohort.learners.filter(({ known }) => !known).length;
  const assumed = cohort.learners.filter(({ group }) => group.pathwayId === null).length;
  const withGaps = cohort.learners.filter(({ gaps }) => gaps.length > 0);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(tabbed(gapRows(cohort)));
      showDone('Copied. Paste it into a spreadsheet.', null);
    } catch {
      showFault({
        code: 'internal',
        message: 'The table could not be copied here. Save it as a file instead.',
      });
    }
  }

  return (
    <>
      <Figures>
        <Figure label={cohort.people === 1 ? 'person' : 'people'} value={formatCount(cohort.people)} />
        <Figure label={cohort.gaps === 1 ? 'gap' : 'gaps'} value={formatCount(cohort.gaps)} />
        <Figure label="have no gap" value={formatCount(cohort.people - withGaps.length)} />
        <Figure label="without any evidence" value={formatCount(unknown)} />
      </Figures>
      <p className={classes.reading}>
        A gap is one person below one target.
        {unknown > 0
          ? ` ${counted(unknown, 'person has', 'people have')} nothing on record and count as level none: part of the gaps may only be missing evidence.`
          : ''}
        {cohort.unreachable > 0
          ? ` ${counted(cohort.unreachable, 'gap', 'gaps')} cannot be closed by any module of the library for the people who have ${cohort.unreachable === 1 ? 'it' : 'them'}.`
          : ''}
      </p>
      <Section
        title="Modules that close most"
        description="The most gaps that so many modules can close, those that have to come first counted in. Open one to see which."
      >
        <ClosingSets cohort={cohort} />
      </Section>
      <Section
        title="Competencies"
        description="How many people stand at each level today; the target is outlined."
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconCopy size={16} aria-hidden />}
              onClick={() => void copy()}
            >
              Copy
            </Button>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => saveFile(csvFile(fileName, gapRows(cohort)))}
            >
              Save as CSV
            </Button>
          </>
        }
      >
        <GapTable cohort={cohort} />
      </Section>
      <Section
        title="People"
        description="Those with most gaps first. A name opens the pathway to the same targets. The group decides which modules count as made for somebody."
      >
        {assumed > 0 ? (
          <p className={classes.reading}>
            {`The group of ${counted(assumed, 'person is', 'people are')} assumed from profession and specialty. Where it is wrong, open it to correct the specialty, or open the pathway, choose another group there and save it: the group of the pathway saved last counts.`}
          </p>
        ) : null}
        <DataTable
          label="People by gaps"
          rows={cohort.learners}
          columns={peopleColumns(query)}
          rowKey={({ personId }) => personId}
          initialSort={{ id: 'gaps', desc: true }}
        />
      </Section>
    </>
  );
}

function groupName({ code }: Learner['group']): string {
  return code === '' ? NO_GROUP : audienceName(code);
}

function peopleColumns(query: string): readonly Column<Learner>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      width: 'minmax(160px, 1fr)',
      sortValue: ({ name }) => name,
      cell: ({ personId, name }) => <Link href={`/people/${personId}/pathway?${query}`}>{name}</Link>,
    },
    {
      id: 'profession',
      header: 'Profession',
      width: 'minmax(120px, 1fr)',
      hideBelow: 640,
      sortValue: ({ profession }) => profession,
      cell: ({ profession, specialty }) => (
        <span className={classes.wraps}>{[profession, specialty].filter(Boolean).join(', ')}</span>
      ),
    },
    {
      id: 'group',
      header: 'Group',
      width: 'minmax(130px, 1fr)',
      sortValue: ({ group }) => groupName(group),
      cell: ({ personId, name, group }) => (
        <span className={classes.wraps}>
          {group.pathwayId === null ? (
            <>
              <Link
                href={`/people/${personId}/edit`}
                aria-label={`${groupName(group)}, assumed for ${name}: correct`}
              >
                {groupName(group)}
              </Link>{' '}
              <span className={classes.soft}>(assumed)</span>
            </>
          ) : (
            <>
              <Link
                href={`/people/${personId}/pathway/${group.pathwayId}`}
                aria-label={`${groupName(group)}, chosen for ${name}: open the pathway`}
              >
                {groupName(group)}
              </Link>{' '}
              <span className={classes.soft}>(chosen)</span>
            </>
          )}
        </span>
      ),
    },
    {
      id: 'gaps',
      header: 'Gaps',
      width: 72,
      align: 'right',
      sortValue: ({ gaps }) => gaps.length,
      cell: ({ gaps }) => formatCount(gaps.length),
    },
    {
      id: 'which',
      header: 'Below target in',
      width: 'minmax(160px, 2fr)',
      cell: ({ gaps, known }) => (
        <span className={classes.wraps} title={gaps.join(', ')}>
          {gaps.length === 0 ? 'None' : gaps.join(', ')}
          {known ? null : <span className={classes.soft}> (nothing on record)</span>}
        </span>
      ),
    },
  ];
}
