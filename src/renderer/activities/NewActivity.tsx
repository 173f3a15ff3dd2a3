import { Button, Select, TextInput } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import {
  formatOfPlan,
  modulesByWeek,
  planProblem,
  planSessions,
  type SessionPlan,
  USUAL_PLAN,
} from '../../shared/activities/session-plan.ts';
import type { CurriculumVersion, VersionSummary } from '../../shared/contract/curricula.ts';
import { IsoDate } from '../../shared/contract/primitives.ts';
import { maximumQuarters } from '../../shared/credit/completion.ts';
import { electivesOf } from '../../shared/credit/session-electives.ts';
import { creditSpanInWords, modulesInWords, timeInWords } from '../../shared/curricula/figures.ts';
import { formatCount, formatCredits, formatInstantDay } from '../../shared/format.ts';
import { useCommand, useRead } from '../api/index.ts';
import {
  EmptyState,
  FaultNotice,
  Figure,
  Figures,
  Loading,
  PageHeader,
  useOfficeZone,
} from '../components/index.ts';
import classes from './Activities.module.css';
import { PlanFields } from './plan/PlanFields.tsx';
import { PlanPreview } from './plan/PlanPreview.tsx';

const BACK = { label: 'Activities', path: '/activities' } as const;

/** Opens an activity: which published curriculum, under which title, from which day. `?version=` chooses beforehand. */
export function NewActivity() {
  const versions = useRead('versions.list', {});
  return (
    <>
      <PageHeader
        title="New activity"
        back={BACK}
        description="Each module becomes a session by the plan. Times, place and credit can be changed afterwards."
      />
      {versions.isPending ? <Loading /> : null}
      {versions.isError ? (
        <FaultNotice fault={versions.error} onRetry={() => void versions.refetch()} />
      ) : null}
      {versions.data ? (
        versions.data.length === 0 ? (
          <EmptyState
            icon={<IconBook2 size={32} />}
            title="No curriculum is published yet"
            action={
              <Button component={Link} href="/curricula">
                Go to curricula
              </Button>
            }
          >
            An activity teaches a published version, so that what was taught stays on record. Publish a
            curriculum, then come back.
          </EmptyState>
        ) : (
          <NewActivityForm versions={versions.data} />
        )
      ) : null}
    </>
  );
}

function NewActivityForm({ versions }: { readonly versions: readonly VersionSummary[] }) {
  const [, navigate] = useLocation();
  const zone = useOfficeZone();
  const wanted = Number(new URLSearchParams(useSearch()).get('version'));
  const options = useMemo(() => newestFirst(versions), [versions]);
  const first = options.find(({ id }) => id === wanted) ?? options[0];
  const [versionId, setVersionId] = useState(first?.id ?? 0);
  const [title, setTitle] = useState(first?.title ?? '');
  const [typedStart, setTypedStart] = useState<string | null>(null);
  const [plan, setPlan] = useState<SessionPlan>(USUAL_PLAN);
  const [tried, setTried] = useState(false);
  const create = useCommand('activities.create');
  const version = options.find(({ id }) => id === versionId);
  const frozen = useRead('versions.get', { versionId });
  // The first day of the curriculum's schedule is suggested until another one is typed.
  const startsOn = typedStart ?? frozen.data?.schedule.startsOn ?? '';
  const planning = usePlanning(frozen.data, startsOn, plan);

  function choose(value: string | null): void {
    const next = options.find(({ id }) => String(id) === value);
    if (!next) return;
    // A title that was only suggested follows the choice; a typed one stays.
    if (title === version?.title) setTitle(next.title);
    setVersionId(next.id);
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (title.trim() === '' || startsOn === '' || planning.problem !== null) return;
    const created = await create.run(
      { versionId, title: title.trim(), startsOn, plan: { ...plan, weekdays: [...plan.weekdays] } },
      { done: `Opened “${title.trim()}”.` },
    );
    if (created) navigate(`/activities/${created.id}`);
  }

  return (
    <div className={classes.planning}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <Select
          label="Curriculum"
          description="Published versions, the newest first."
          data={options.map((option) => ({
            value: String(option.id),
            label: `${option.title}, version ${option.number} (${formatInstantDay(option.publishedAt, zone)})`,
          }))}
          value={String(versionId)}
          onChange={choose}
          allowDeselect={false}
          searchable={options.length > 8}
          required
        />
        {version ? (
          <Figures flush>
            <Figure
              label={planning.sessions === 1 ? 'session' : 'sessions'}
              value={planning.sessions === null ? '–' : formatCount(planning.sessions)}
              detail={modulesInWords(version.counts)}
            />
            <Figure label="of instruction" value={timeInWords(version)} />
            <Figure
              label="credits designated at most"
              value={planning.quarters === null ? '–' : formatCredits(planning.quarters)}
              detail={
                version.counts.electives.length === 0
                  ? null
                  : `${creditSpanInWords(version)}, as one learner chooses; the most that one can earn is designated`
              }
            />
          </Figures>
        ) : null}
        <TextInput
          label="Title"
          description="Exactly as it should stand on certificates."
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={tried && title.trim() === '' ? 'Give the activity a title.' : null}
          maxLength={300}
          required
        />
        <TextInput
          type="date"
          label="First day"
          description={`Sessions start on this day, or on the next day of teaching after it. ${planning.format}`}
          value={startsOn}
          onChange={(event) => setTypedStart(event.currentTarget.value)}
          error={tried && startsOn === '' ? 'Choose the first day.' : null}
          required
        />
        {frozen.data ? (
          <PlanFields version={frozen.data} plan={plan} problem={planning.problem} onChange={setPlan} />
        ) : null}
        {frozen.isError ? <FaultNotice fault={frozen.error} onRetry={() => void frozen.refetch()} /> : null}
        <div className={classes.buttons}>
          <Button type="submit" loading={create.pending}>
            Open the activity
          </Button>
          <Button component={Link} href="/activities" variant="default">
            Cancel
          </Button>
        </div>
      </form>
      <PlanPreview planned={planning.planned} electives={planning.electives} />
    </div>
  );
}

/** What a plan comes to. Without a first day sessions and credit are known, but no days. */
function usePlanning(version: CurriculumVersion | undefined, startsOn: string, plan: SessionPlan) {
  const office = useRead('office.get', {});
  const rounding = office.data?.rounding ?? 'nearest';
  return useMemo(() => {
    const nothing = { planned: [], electives: [], sessions: null, quarters: null, format: '' };
    if (version === undefined) return { ...nothing, problem: null };
    const problem = planProblem(plan);
    if (problem !== null) return { ...nothing, problem };
    const electives = electivesOf(version.items, version.content);
    const known = IsoDate.safeParse(startsOn).success;
    const planned = planSessions(modulesByWeek(version, plan), known ? startsOn : ANY_DAY, plan);
    if (planned.length === 0)
      return {
        ...nothing,
        problem: 'Every module is self-paced, so nothing is left to plan. Keep the self-paced modules.',
      };
    const { learningFormat, formatDescription } = formatOfPlan(version.content, plan);
    return {
      planned: known ? planned : [],
      electives,
      sessions: planned.length,
      quarters: maximumQuarters(
        planned.map((session, id) => ({ ...session, id, countsForCredit: true })),
        rounding,
        electives,
      ),
      format: `Designated as ${formatDescription === '' ? learningFormat : `${learningFormat} (${formatDescription})`}.`,
      problem: null,
    };
  }, [version, startsOn, plan, rounding]);
}

/** Stands in for the first day while there is none: a Monday. */
const ANY_DAY = '2026-01-05';

function newestFirst(versions: readonly VersionSummary[]): readonly VersionSummary[] {
  return versions.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt) || b.id - a.id);
}
