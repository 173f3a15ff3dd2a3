import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { PersonHistory } from '../../shared/contract/people.ts';
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
    <table className={classes.table} aria-label="Credit by year">
      <thead>
        <tr>
          <th scope="col">Year</th>
          <th scope="col">Credit</th>
          <th scope="col" data-align="right">
            Activities
          </th>
          <th scope="col" data-align="right">
            Claimed
          </th>
          <th scope="col" data-align="right">
            Certified
          </th>
        </tr>
      </thead>
      <tbody>
        {credit.map((year) => (
          <tr key={`${year.year} ${year.typeId}`}>
            <th scope="row">{year.year}</th>
            <td>{year.typeName}</td>
            <td data-align="right">{formatCount(year.activities)}</td>
            <td data-align="right">{formatUnits(year.hundredths, year)}</td>
            <td data-align="right">
              {year.awardedHundredths === null ? <None /> : formatUnits(year.awardedHundredths, year)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ActivityTable({ history }: { readonly history: PersonHistory }) {
  if (history.activities.length === 0)
    return (
      <p className={classes.soft}>
        Not enrolled in any activity yet. Open an <Link href="/activities">activity</Link> and add this person
        there.
      </p>
    );
  return (
    <table className={classes.table} aria-label="Activities and results">
      <thead>
        <tr>
          <th scope="col">Activity</th>
          <th scope="col">Dates</th>
          <th scope="col" data-align="right">
            Attended
          </th>
          <th scope="col" data-align="right">
            Assessment
          </th>
          <th scope="col">Evaluation</th>
          <th scope="col" data-align="right">
            Claimed
          </th>
        </tr>
      </thead>
      <tbody>
        {history.activities.map((activity) => (
          <tr key={activity.activityId}>
            <th scope="row">
              <Link href={`/activities/${activity.activityId}`}>{activity.title}</Link>
              {activity.reflected ? <span className={classes.soft}> · reflection written</span> : null}
            </th>
            <td>{formatShortDateRange(activity.startsOn, activity.endsOn)}</td>
            <td data-align="right">
              {activity.minutesAttended === null ? (
                <span className={classes.soft}>not marked</span>
              ) : (
                `${formatMinutes(activity.minutesAttended)} of ${formatMinutes(activity.minutesOffered)}`
              )}
            </td>
            <td data-align="right">
              {activity.assessmentPercent === null ? <None /> : `${activity.assessmentPercent}%`}
            </td>
            <td>
              {activity.evaluationReturnedOn === null ? (
                <None />
              ) : (
                formatShortDate(activity.evaluationReturnedOn)
              )}
            </td>
            <td data-align="right">
              {activity.claimedQuarters === null ? <None /> : formatCreditsFixed(activity.claimedQuarters)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

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
    <table className={classes.table} aria-label="Certificates">
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">Activity</th>
          <th scope="col">Issued to</th>
          <th scope="col">Issued</th>
          <th scope="col" data-align="right">
            Credits
          </th>
          <th scope="col">Standing</th>
        </tr>
      </thead>
      <tbody>
        {certificates.map((certificate) => (
          <tr key={certificate.id}>
            <th scope="row">
              <Link href={`/certificates/${certificate.id}`}>{certificate.number}</Link>
            </th>
            <td>{certificate.activityTitle}</td>
            <td>{certificate.name}</td>
            <td>
              <Moment at={certificate.issuedAt} day />
            </td>
            <td data-align="right">
              {certificate.kind === 'cme' ? formatCreditsFixed(certificate.creditQuarters) : 'participation'}
            </td>
            <td>
              <StatusBadge tone={STANDING[certificate.status].tone}>
                {STANDING[certificate.status].label}
              </StatusBadge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

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
  return (
    <table className={classes.table} aria-label="Imports">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Kind</th>
          <th scope="col">Applied</th>
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link href={`/people/imports/${one.id}`}>{one.fileName}</Link>
              {one.undone ? <span className={classes.soft}> · undone</span> : null}
            </th>
            <td>{sentenceCase(one.kind)}</td>
            <td>
              <Moment at={one.appliedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function None() {
  return <span className={classes.soft}>–</span>;
}
