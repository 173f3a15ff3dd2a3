import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { MergeActivity, MergePreview, MergeResult } from '../../shared/contract/people-merge.ts';
import { counted, formatShortDate } from '../../shared/format.ts';
import type { MergeChoices, Side } from '../../shared/people/merge.ts';
import { useCommand, useRead } from '../api/index.ts';
import { FaultNotice, Loading, PageHeader, Section, StatusBadge } from '../components/index.ts';
import classes from './Merge.module.css';
import { MergeChoice } from './MergeChoice.tsx';
import { MergeClaims } from './MergeClaims.tsx';
import { mergeFieldLabel, mergeResultLabel, mergeValueInWords, whereOtherGoes } from './merge-words.ts';
import { PersonCard } from './PersonCard.tsx';

/** What merging two records would do, with every choice, before it is done. */
export function MergePage({ keepId, otherId }: { readonly keepId: number; readonly otherId: number }) {
  const preview = useRead('people.mergePreview', { keepId, otherId });
  const back = { label: 'Duplicates', path: '/people/duplicates' } as const;
  if (preview.isPending) return <Loading />;
  if (!preview.data)
    return (
      <>
        <PageHeader title="Merge two records" back={back} />
        <FaultNotice fault={preview.error} onRetry={() => void preview.refetch()} />
      </>
    );
  return <Merge preview={preview.data} back={back} />;
}

/** Results chosen by hand, by activity and result. */
type Results = ReadonlyMap<string, Side>;

function Merge({
  preview,
  back,
}: {
  readonly preview: MergePreview;
  readonly back: { readonly label: string; readonly path: string };
}) {
  const [, navigate] = useLocation();
  const [choices, setChoices] = useState<MergeChoices>({});
  const [results, setResults] = useState<Results>(new Map());
  const [claims, setClaims] = useState<Results>(new Map());
  const merge = useCommand('people.merge');
  const { keep, other, blocked, fields, activities } = preview;
  const differing = fields.filter((field) => field.keep !== '' && field.other !== '');
  const single = fields.filter((field) => field.keep === '' || field.other === '');

  async function run(): Promise<void> {
    const chosen = activities.flatMap(({ activityId, results: differing }) =>
      differing.flatMap(({ result }) => {
        const side = results.get(resultKey(activityId, result));
        return side === undefined ? [] : [{ activityId, result, side }];
      }),
    );
    const done = await merge.run(
      {
        keepId: keep.id,
        otherId: other.id,
        choices,
        results: chosen,
        claims: activities.flatMap(({ activityId, claims: claimed }) =>
          claimed.flatMap(({ typeId }) => {
            const side = claims.get(claimKey(activityId, typeId));
            return side === undefined ? [] : [{ activityId, typeId, side }];
          }),
        ),
      },
      { done: `Merged ${other.name} into ${keep.name}.`, quiet: true },
    );
    if (done) navigate(`/people/${done.id}`, { replace: true });
  }

  return (
    <>
      <PageHeader
        title="Merge two records"
        back={back}
        description="Nothing is lost: what does not stay in its field is kept beside it, and one undo gives both records back."
        actions={
          <>
            <Button
              variant="default"
              onClick={() => navigate(`/people/${other.id}/merge/${keep.id}`, { replace: true })}
              leftSection={<IconArrowsExchange size={16} aria-hidden />}
            >
              Swap the two
            </Button>
            <Button disabled={blocked.length > 0} loading={merge.pending} onClick={() => void run()}>
              Merge
            </Button>
          </>
        }
      />
      <div className={classes.two}>
        <section aria-label="The record that stays">
          <p className={classes.role}>Stays</p>
          <PersonCard person={keep} against={other} />
        </section>
        <section aria-label="The record that goes into it">
          <p className={classes.role}>Goes into it</p>
          <PersonCard person={other} against={keep} />
        </section>
      </div>
      {blocked.map((sentence) => (
        <FaultNotice key={sentence} fault={{ message: sentence }} />
      ))}
      {merge.fault ? <FaultNotice fault={merge.fault} /> : null}
      <Section
        title="What differs"
        description="Choose what stays in each field. The fuller is chosen already."
      >
        {differing.length === 0 ? (
          <p className={classes.soft}>Where both say something, they say the same.</p>
        ) : (
          <div className={classes.choices}>
            {differing.map(({ field, keep: mine, other: theirs, choice }) => (
              <MergeChoice
                key={field}
                label={mergeFieldLabel(field)}
                keep={mergeValueInWords(field, mine)}
                other={mergeValueInWords(field, theirs)}
                value={choices[field] ?? choice}
                note={whereOtherGoes(field)}
                onChange={(side) => setChoices({ ...choices, [field]: side })}
              />
            ))}
          </div>
        )}
        {single.length > 0 ? (
          <p className={classes.soft}>
            Taken from the one that has it:{' '}
            {single
              .map(
                ({ field, keep: mine, other: theirs }) =>
                  `${mergeFieldLabel(field)}: ${mergeValueInWords(field, mine || theirs)}`,
              )
              .join('; ')}
            .
          </p>
        ) : null}
        <p className={classes.soft}>
          Licenses, board IDs, dated credentials, former names, further addresses and notes of both are kept.
        </p>
      </Section>
      <Section title="What moves" description={movesInWords(preview)}>
        {activities.length === 0 ? (
          <p className={classes.soft}>{other.name} is not enrolled in any activity.</p>
        ) : (
          <ul className={classes.activities}>
            {activities.map((activity) => (
              <li key={activity.activityId}>
                <ActivityRow
                  activity={activity}
                  results={results}
                  onChoose={(result, side) =>
                    setResults(new Map(results).set(resultKey(activity.activityId, result), side))
                  }
                  claims={claims}
                  onChooseClaim={(typeId, side) =>
                    setClaims(new Map(claims).set(claimKey(activity.activityId, typeId), side))
                  }
                />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function ActivityRow({
  activity,
  results,
  onChoose,
  claims,
  onChooseClaim,
}: {
  readonly activity: MergeActivity;
  readonly results: Results;
  readonly onChoose: (result: MergeResult, side: Side) => void;
  readonly claims: Results;
  readonly onChooseClaim: (typeId: number, side: Side) => void;
}) {
  const { activityId, title, startsOn, what, sessions, certificates } = activity;
  return (
    <article className={classes.activity} aria-label={title}>
      <div className={classes.line}>
        <span>
          <Link href={`/activities/${activityId}`}>{title}</Link>
          <span className={classes.soft}> · {formatShortDate(startsOn)}</span>
        </span>
        <StatusBadge tone={what === 'moves' ? 'info' : 'warning'}>
          {what === 'moves' ? 'The enrollment moves' : 'Both are enrolled: made one'}
        </StatusBadge>
      </div>
      {certificates.length > 0 ? (
        <p className={classes.soft}>
          {certificates.length === 1 ? 'Certificate' : 'Certificates'} {certificates.join(', ')}{' '}
          {certificates.length === 1 ? 'stays' : 'stay'} as printed.
        </p>
      ) : null}
      {sessions.length > 0 ? (
        <table className={classes.sessions}>
          <thead>
            <tr>
              <th scope="col">Session</th>
              <th scope="col">Stays</th>
              <th scope="col">Goes into it</th>
              <th scope="col">Afterwards</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two sessions may have one title; the order is fixed
              <tr key={position}>
                <th scope="row">{session.title}</th>
                <td>{minutesInWords(session.keep)}</td>
                <td>{minutesInWords(session.other)}</td>
                <td>{minutesInWords(session.stays)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {activity.results.map(({ result, keep, other, choice, fixed }) =>
        fixed ? (
          <p key={result} className={classes.soft}>
            {mergeResultLabel(result)}: {choice === 'keep' ? keep : other} stays, because the certificate
            rests on it; {choice === 'keep' ? other : keep} remains in the history.
          </p>
        ) : (
          <MergeChoice
            key={result}
            label={mergeResultLabel(result)}
            keep={keep}
            other={other}
            value={results.get(resultKey(activityId, result)) ?? choice}
            note=""
            onChange={(side) => onChoose(result, side)}
          />
        ),
      )}
      <MergeClaims
        activity={activity}
        amaChoice={results.get(resultKey(activityId, 'claim'))}
        chosen={(typeId) => claims.get(claimKey(activityId, typeId))}
        onChoose={onChooseClaim}
      />
    </article>
  );
}

function movesInWords({ activities, moves, other }: MergePreview): string {
  const parts = [
    [activities.length, 'enrollment', 'enrollments'],
    [moves.certificates, 'certificate', 'certificates'],
    [moves.reflections, 'reflection', 'reflections'],
    [moves.evidence, 'piece of evidence', 'pieces of evidence'],
    [moves.pathways, 'pathway', 'pathways'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  const what = said.length === 0 ? 'Nothing' : said.join(', ');
  return `${what} from the record of ${other.name}`;
}

function minutesInWords(minutes: number | null): string {
  if (minutes === null) return 'not marked';
  return minutes === 0 ? 'absent' : `${minutes} min`;
}

function claimKey(activityId: number, typeId: number): string {
  return `${activityId} ${typeId}`;
}

function resultKey(activityId: number, result: MergeResult): string {
  return `${activityId} ${result}`;
}
