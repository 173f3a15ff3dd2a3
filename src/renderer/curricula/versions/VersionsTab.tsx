import { Button } from '@mantine/core';
import { IconArrowsDiff, IconFileCertificate } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { Curriculum, VersionSummary } from '../../../shared/contract/curricula.ts';
import {
  creditFigure,
  modulesInWords,
  shortModules,
  timeInWords,
} from '../../../shared/curricula/figures.ts';
import { formatCount } from '../../../shared/format.ts';
import { type Column, DataTable, EmptyState, Moment } from '../../components/index.ts';
import { SpanCell } from '../SpanCell.tsx';
import { Cohorts } from './Cohorts.tsx';
import { VersionMenu } from './VersionMenu.tsx';
import classes from './Versions.module.css';

/** The published versions of a curriculum, the newest first. */
export function VersionsTab({
  curriculum,
  changed,
  onPublish,
}: {
  readonly curriculum: Curriculum;
  readonly changed: boolean;
  readonly onPublish: () => void;
}) {
  const [, navigate] = useLocation();
  const [latest] = curriculum.versions;
  if (!latest)
    return (
      <EmptyState
        icon={<IconFileCertificate size={32} />}
        title="Nothing is published yet"
        action={<Button onClick={onPublish}>Publish version 1</Button>}
      >
        Publishing freezes the curriculum as a numbered version, with a syllabus to print. Activities teach a
        published version, so that what was taught stays on record while you go on editing.
      </EmptyState>
    );
  return (
    <>
      <div className={classes.tabActions}>
        <p className={classes.lead}>
          {changed
            ? `The draft has changed since version ${latest.number}. Publish it to teach it as it is now.`
            : `The draft reads exactly like version ${latest.number}.`}
        </p>
        <Button
          component={Link}
          href={comparePath(curriculum, changed)}
          variant="default"
          leftSection={<IconArrowsDiff size={16} aria-hidden />}
        >
          Compare
        </Button>
      </div>
      <DataTable
        label="Versions"
        rows={curriculum.versions}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/curricula/${curriculum.id}/versions/${id}`)}
      />
      <div className={classes.below}>
        <Cohorts curriculumId={curriculum.id} versions={curriculum.versions} />
      </div>
    </>
  );
}

/** What one most likely wants to see: what is not published yet, otherwise what the latest version changed. */
function comparePath({ id, versions }: Curriculum, changed: boolean): string {
  const [latest, before] = versions;
  const [from, to] = changed || !before ? [latest?.id, 'draft'] : [before.id, latest?.id];
  return `/curricula/${id}/compare?from=${from}&to=${to}`;
}

const columns: readonly Column<VersionSummary>[] = [
  {
    id: 'number',
    header: 'Version',
    width: 104,
    sortValue: ({ number }) => number,
    cell: ({ number }) => <span className={classes.strong}>Version {number}</span>,
  },
  {
    id: 'title',
    header: 'Title',
    width: 'minmax(140px, 1fr)',
    sortValue: ({ title }) => title,
    cell: ({ title }) => title,
  },
  {
    id: 'published',
    header: 'Published',
    width: 176,
    sortValue: ({ publishedAt }) => publishedAt,
    cell: ({ publishedAt }) => <Moment at={publishedAt} />,
  },
  {
    id: 'modules',
    header: 'Modules',
    width: 112,
    align: 'right',
    sortValue: ({ modules }) => modules,
    cell: ({ counts }) => <span title={modulesInWords(counts)}>{shortModules(counts)}</span>,
  },
  {
    id: 'minutes',
    header: 'Time',
    width: 112,
    align: 'right',
    sortValue: ({ minutes }) => minutes,
    cell: (version) => <SpanCell words={timeInWords(version)} />,
  },
  {
    id: 'credits',
    header: 'Credits',
    width: 116,
    align: 'right',
    sortValue: ({ creditQuarters }) => creditQuarters,
    cell: (version) => <SpanCell words={creditFigure(version)} />,
  },
  {
    id: 'activities',
    header: 'Activities',
    width: 100,
    // Cohorts below tell them too.
    hideBelow: 1020,
    align: 'right',
    sortValue: ({ activities }) => activities,
    cell: ({ activities }) => formatCount(activities),
  },
  {
    id: 'menu',
    header: 'Actions',
    width: 60,
    align: 'right',
    cell: (version) => <VersionMenu version={version} place="row" />,
  },
];
