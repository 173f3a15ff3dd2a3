import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { PersonHistory } from '../../shared/contract/people-history.ts';
import { formatUnits } from '../../shared/credit/amounts.ts';
import {
  counted,
  formatCount,
  formatCredits,
  formatCreditsFixed,
  formatMinutes,
  formatShortDate,
  formatShortDateRange,
  sentenceCase,
} from '../../shared/format.ts';
import { useRead } from '../api/index.ts';
import {
  FaultNotice,
  Figure,
  Loading,
  Moment,
  type PlainColumn,
  PlainTable,
  Section,
  StatusBadge,
  type Tone,
} from '../components/index.ts';
import { ActList } from './ActList.tsx';
import classes from './History.module.css';

/** All that is on record of one person, on one page that can be printed. */
export function HistoryTab({ personId }: { readonly personId: number }) {
  const history = useRead('people.history', { id: personId });
  if (history.isPending) return <Loading />;
  if (!history.data) return <FaultNotice fault={history.error} onRetry={() => void history.refetch()} />;
  return <KnownHistory history={history.data} />;
}

function KnownHistory({ history }: { readonly history: PersonHistory }) {
  const { activities, credit, certificates, mergedFrom } = history;
  const claimed = activities.reduce((sum, { claimedQuarters }) => sum + (claimedQuarters ?? 0), 0);
  const inForce = certificates.filter(({ status }) => status === 'issued').length;
  return (
    <div className={classes.history}>
      <div className={classes.figures}>
        <Figure
          value={formatCount(activities.length)}
          label={activities.length === 1 ? 'Activity' : 'Activities'}
        />
        <Figure value={formatCredits(claimed)} label="AMA PRA credits claimed" />
        <Figure
          value={formatCount(inForce)}
          label={inForce === 1 ? 'Current certificate' : 'Current certificates'}
        />
        <Button
          className={classes.noPrint ?? ''}
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </div>
      {mergedFrom.length > 0 ? (
        <p className={classes.soft}>
          With what was recorded under {mergedFrom.map(({ name }) => name).join(', ')}: merged into this
          record.
        </p>
      ) : null}
      <Section title="Credit by year">
        <CreditTable credit={credit} />
      </Section>
      <Section title="Activities">
        <ActivityTable history={history} />
      </Section>
      <Section title="Certificates">
        <CertificateTable certificates={certificates} />
      </Section>
      <Section title="Learning">
        <Learning history={history} />
      </Section>
      <Section title="Imports" description="Files that wrote something of this person.">
        <ImportTable imports={history.imports} />
      </Section>
      <Section
        title="Changes of the record"
        description="What was done to the record itself, the latest first."
      >
        <ActList acts={history.acts} />
      </Section>
    </div>
  );
}

function CreditTable({ credit }: Pick<PersonHistory, 'credit'>) {
  if (credit.length === 0)
    return (
      <p className={classes.soft}>
        No credit is claimed yet. It is claimed under Completion in an activity, once attendance is marked.
      </p>
    );
  return (
    <PlainTable
      label="Credit by year"
      columns={CREDIT}
      rows={credit}
      rowKey={({ year, typeId }) => `${year} ${typeId}`}
    />
  );
}

const CREDIT: readonly PlainColumn<PersonHistory['credit'][number]>[] = [
  { header: 'Year', cell: ({ year }) => year },
  {
    header: 'Credit',
    cell: ({ typeName, unfit }) => (
      <>
        {typeName}
        {unfit === 0 ? null : (
          <span className={classes.soft}>
            {' '}
            · not for the profession at {counted(unfit, 'activity', 'activities')}, to be checked
          </span>
        )}
      </>
    ),
  },
  { header: 'Activities', align: 'right', cell: ({ activities }) => formatCount(activities) },
  { header: 'Claimed', align: 'right', cell: (year) => formatUnits(year.hundredths, year) },
  {
    header: 'Certified',
    align: 'right',
    cell: (year) => (year.awardedHundredths === null ? <None /> : formatUnits(year.awardedHundredths, year)),
  },
];

function ActivityTable({ history }: { readonly history: PersonHistory }) {
  if (history.activities.length === 0)
    return (
      <p className={classes.soft}>
        Not enrolled in any activity yet. Open an <Link href="/activities">activity</Link> and add this person
        there.
      </p>
    );
  return (
    <PlainTable
      label="Activities and results"
      columns={ACTIVITIES}
      rows={history.activities}
      rowKey={({ activityId }) => activityId}
    />
  );
}

const ACTIVITIES: readonly PlainColumn<PersonHistory['activities'][number]>[] = [
  {
    header: 'Activity',
    cell: ({ activityId, title, reflected }) => (
      <>
        <Link href={`/activities/${activityId}`}>{title}</Link>
        {reflected ? <span className={classes.soft}> · reflection written</span> : null}
      </>
    ),
  },
  { header: 'Dates', cell: ({ startsOn, endsOn }) => formatShortDateRange(startsOn, endsOn) },
  {
    header: 'Attended',
    align: 'right',
    cell: ({ minutesAttended, minutesOffered }) =>
      minutesAttended === null ? (
        <span className={classes.soft}>not marked</span>
      ) : (
        `${formatMinutes(minutesAttended)} of ${formatMinutes(minutesOffered)}`
      ),
  },
  {
    header: 'Assessment',
    align: 'right',
    cell: ({ assessmentPercent }) => (assessmentPercent === null ? <None /> : `${assessmentPercent}%`),
  },
  {
    header: 'Evaluation',
    cell: ({ evaluationReturnedOn }) =>
      evaluationReturnedOn === null ? <None /> : formatShortDate(evaluationReturnedOn),
  },
  {
    header: 'Claimed',
    align: 'right',
    cell: ({ claimedQuarters }) =>
      claimedQuarters === null ? <None /> : formatCreditsFixed(claimedQuarters),
  },
];

const STANDING: Readonly<
  Record<PersonHistory['certificates'][number]['status'], { readonly label: string; readonly tone: Tone }>
> = {
  issued: { label: 'Current', tone: 'good' },
  superseded: { label: 'Replaced', tone: 'neutral' },
  revoked: { label: 'Revoked', tone: 'bad' },
};

function CertificateTable({ certificates }: Pick<PersonHistory, 'certificates'>) {
  if (certificates.length === 0)
    return (
      <p className={classes.soft}>
        No certificate yet. They are issued from an activity when everything for it is there.
      </p>
    );
  return (
    <PlainTable label="Certificates" columns={CERTIFICATES} rows={certificates} rowKey={({ id }) => id} />
  );
}

const CERTIFICATES: readonly PlainColumn<PersonHistory['certificates'][number]>[] = [
  { header: 'Number', cell: ({ id, number }) => <Link href={`/certificates/${id}`}>{number}</Link> },
  { header: 'Activity', cell: ({ activityTitle }) => activityTitle },
  { header: 'Issued to', cell: ({ name }) => name },
  { header: 'Issued', cell: ({ issuedAt }) => <Moment at={issuedAt} day /> },
  {
    header: 'Credits',
    align: 'right',
    cell: ({ kind, creditQuarters }) =>
      kind === 'cme' ? formatCreditsFixed(creditQuarters) : 'participation',
  },
  {
    header: 'Standing',
    cell: ({ status }) => <StatusBadge tone={STANDING[status].tone}>{STANDING[status].label}</StatusBadge>,
  },
];

function Learning({ history }: { readonly history: PersonHistory }) {
  const { id, evidence, pathways, activities } = history;
  const reflections = activities.filter(({ reflected }) => reflected).length;
  return (
    <ul className={classes.plain}>
      <li>
        {evidence === 0
          ? 'No evidence of levels'
          : counted(evidence, 'piece of evidence', 'pieces of evidence')}
        . <Link href={`/people/${id}/levels`}>Levels</Link>
      </li>
      <li>
        {pathways === 0 ? 'No saved pathway' : counted(pathways, 'saved pathway', 'saved pathways')}.{' '}
        <Link href={`/people/${id}/pathway`}>Pathway</Link>
      </li>
      <li>{reflections === 0 ? 'No reflection' : counted(reflections, 'reflection', 'reflections')}.</li>
    </ul>
  );
}

function ImportTable({ imports }: Pick<PersonHistory, 'imports'>) {
  if (imports.length === 0)
    return <p className={classes.soft}>No import wrote anything of this person: all was entered by hand.</p>;
  return <PlainTable label="Imports" columns={IMPORTS} rows={imports} rowKey={({ id }) => id} />;
}

const IMPORTS: readonly PlainColumn<PersonHistory['imports'][number]>[] = [
  {
    header: 'File',
    cell: ({ id, fileName, undone }) => (
      <>
        <Link href={`/people/imports/${id}`}>{fileName}</Link>
        {undone ? <span className={classes.soft}> · undone</span> : null}
      </>
    ),
  },
  { header: 'Kind', cell: ({ kind }) => sentenceCase(kind) },
  { header: 'Applied', cell: ({ appliedAt }) => <Moment at={appliedAt} /> },
];

function None() {
  return <span className={classes.soft}>–</span>;
}
