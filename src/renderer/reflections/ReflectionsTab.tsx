import { Button, SegmentedControl } from '@mantine/core';
import { IconFileImport, IconMessage2, IconPrinter } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { dateInZone } from '../../shared/activities/schedule.ts';
import type { Activity } from '../../shared/contract/activities.ts';
import type { Competency } from '../../shared/contract/modules.ts';
import type { ReflectionRow } from '../../shared/contract/reflections.ts';
import { formatDate } from '../../shared/format.ts';
import { useRead } from '../api/index.ts';
import { EmptyState, FaultNotice, Loading } from '../components/index.ts';
import { BlankForm } from './BlankForm.tsx';
import { Outcome } from './Outcome.tsx';
import { ReflectionList } from './ReflectionList.tsx';
import { ReflectionPanel } from './ReflectionPanel.tsx';
import classes from './Reflections.module.css';

/** What learners wrote after an activity: entered person by person, imported, and summed up. */
export function ReflectionsTab({ activity }: { readonly activity: Activity }) {
  const rows = useRead('reflections.list', { activityId: activity.id });
  const competencies = useRead('competencies.list', {});
  const version = useRead('versions.get', { versionId: activity.versionId });
  const fault = rows.error ?? competencies.error ?? version.error;
  if (fault)
    return (
      <FaultNotice
        fault={fault}
        onRetry={() => void Promise.all([rows.refetch(), competencies.refetch(), version.refetch()])}
      />
    );
  if (!rows.data || !competencies.data || !version.data) return <Loading />;
  if (rows.data.length === 0)
    return (
      <EmptyState
        icon={<IconMessage2 size={32} />}
        title="Nobody is enrolled yet"
        action={
          <Button component={Link} href={`/activities/${activity.id}/people`}>
            Add people
          </Button>
        }
      >
        After the activity, each person’s reflection goes here: what they will change, what they commit to,
        and how confident they felt before and after.
      </EmptyState>
    );
  const codes = new Set(
    version.data.content.flatMap((module) => module.competencies.map(({ code }) => code)),
  );
  return (
    <Reflections
      activity={activity}
      rows={rows.data}
      competencies={competencies.data}
      taught={competencies.data.filter(({ code }) => codes.has(code))}
      onSaved={() => rows.refetch()}
    />
  );
}

function Reflections({
  activity,
  rows,
  competencies,
  taught,
  onSaved,
}: {
  readonly activity: Activity;
  readonly rows: readonly ReflectionRow[];
  readonly competencies: readonly Competency[];
  /** Competencies that the activity's version teaches. */
  readonly taught: readonly Competency[];
  /** Reads the list again; done when it is there. */
  readonly onSaved: () => Promise<unknown>;
}) {
  const [view, setView] = useState<'list' | 'outcome'>('list');
  const [openId, setOpenId] = useState<number | null>(null);
  /** People in the order of the list on the screen: what “next” means. */
  const [order, setOrder] = useState<readonly number[]>([]);
  const [printing, setPrinting] = useState(false);
  const today = dateInZone(new Date().toISOString(), activity.timeZone);
  const frame = useMemo(
    () => ({
      startsOn: activity.startsOn,
      today,
      competencies: new Set(competencies.map(({ code }) => code)),
    }),
    [activity.startsOn, today, competencies],
  );
  const open = useCallback((row: ReflectionRow, shown: readonly ReflectionRow[]) => {
    setOpenId(row.enrolmentId);
    setOrder(shown.map(({ enrolmentId }) => enrolmentId));
  }, []);
  const stopPrinting = useCallback(() => setPrinting(false), []);
  const row = rows.find(({ enrolmentId }) => enrolmentId === openId) ?? null;
  const nextId = openId === null ? undefined : order[order.indexOf(openId) + 1];
  const next = rows.find(({ enrolmentId }) => enrolmentId === nextId) ?? null;
  return (
    <>
      <div className={classes.head}>
        <SegmentedControl
          aria-label="Reflections or their outcome"
          value={view}
          onChange={setView}
          data={[
            { value: 'list', label: 'Reflections' },
            { value: 'outcome', label: 'Outcome summary' },
          ]}
        />
        <div className={classes.end}>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => setPrinting(true)}
          >
            Print a blank form
          </Button>
          <Button
            component={Link}
            href={`/activities/${activity.id}/import-reflections`}
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
          >
            Import reflections
          </Button>
        </div>
      </div>
      {today < activity.startsOn ? (
        <p className={classes.notice}>
          This activity begins on {formatDate(activity.startsOn)}. Reflections are recorded from that day on.
        </p>
      ) : null}
      {view === 'list' ? (
        <ReflectionList rows={rows} today={today} openId={openId} onOpen={open} />
      ) : (
        <Outcome
          activity={activity}
          rows={rows}
          competencies={competencies}
          today={today}
          onOpen={open}
          onEnter={() => setView('list')}
        />
      )}
      {row ? (
        <ReflectionPanel
          row={row}
          nextName={next?.name ?? null}
          frame={frame}
          competencies={competencies}
          taught={taught}
          activityEndsOn={activity.endsOn}
          onSaved={onSaved}
          onNext={() => setOpenId(next?.enrolmentId ?? null)}
          onClose={() => setOpenId(null)}
        />
      ) : null}
      {printing ? <BlankForm activity={activity} taught={taught} onDone={stopPrinting} /> : null}
    </>
  );
}
