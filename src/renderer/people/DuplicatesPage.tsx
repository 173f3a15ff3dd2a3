import { Button, Tabs } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { type DuplicatePair, DuplicatesFound } from '../../shared/contract/people-merge.ts';
import { counted, formatCount } from '../../shared/format.ts';
import { keptByOffice, useCommand, useJob, useKept, useRead } from '../api/index.ts';
import {
  EmptyState,
  FaultNotice,
  JobProgress,
  Loading,
  Moment,
  PageHeader,
  StatusBadge,
} from '../components/index.ts';
import classes from './Duplicates.module.css';
import { PersonCard } from './PersonCard.tsx';

/** The last search, so that coming back from a pair does not begin anew. */
const last = keptByOffice<DuplicatesFound | null>(null);

/** Records that may be one person: each pair with its reasons, to be merged or told apart. */
export function DuplicatesPage({ tab }: { readonly tab: string }) {
  const [, navigate] = useLocation();
  return (
    <>
      <PageHeader
        title="Duplicates"
        back={{ label: 'People', path: '/people' }}
        description="Records that may be the same person. Merge them, or say that they are two people: that is remembered."
      />
      <Tabs
        value={tab === 'apart' ? 'apart' : 'found'}
        onChange={(value) => navigate(value === 'apart' ? '/people/duplicates/apart' : '/people/duplicates')}
        keepMounted={false}
      >
        <Tabs.List aria-label="Pairs">
          <Tabs.Tab value="found">To look at</Tabs.Tab>
          <Tabs.Tab value="apart">Not the same person</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="found" className={classes.panel ?? ''}>
          <FoundPairs />
        </Tabs.Panel>
        <Tabs.Panel value="apart" className={classes.panel ?? ''}>
          <KeptApart />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function FoundPairs() {
  const { job, running, start, cancel } = useJob();
  const found = useKept(last);
  useEffect(() => {
    void start('people.findDuplicates', {});
  }, [start]);
  useEffect(() => {
    if (job?.status !== 'done') return;
    last.set(DuplicatesFound.parse(job.result));
  }, [job]);

  function settled(pair: DuplicatePair): void {
    if (!found) return;
    last.set({ ...found, total: found.total - 1, pairs: found.pairs.filter((other) => other !== pair) });
  }

  return (
    <>
      {job?.status === 'done' ? null : <JobProgress job={job} onCancel={cancel} />}
      {found ? (
        <>
          <div className={classes.summary}>
            <span role="status">
              {counted(found.total, 'pair', 'pairs')} among {counted(found.people, 'person', 'people')}
              {found.total > found.pairs.length
                ? `; the strongest ${formatCount(found.pairs.length)} are shown, the rest follows as these are settled`
                : ''}
            </span>
            <Button
              variant="default"
              size="compact-sm"
              disabled={running}
              onClick={() => void start('people.findDuplicates', {})}
            >
              Look again
            </Button>
          </div>
          {found.partly > 0 ? (
            <p className={classes.soft}>
              {counted(found.partly, 'record shares', 'records share')} a very common name: each of them was
              compared with the next thousand in the order of names only. Whoever has the same number,
              license, address or birthday is found all the same.
            </p>
          ) : null}
          {found.pairs.length === 0 ? (
            <EmptyState icon={<IconUsers size={32} />} title="No duplicates">
              No two records share an identifier, a name with a birthday or specialty, or a former name.
            </EmptyState>
          ) : (
            <ol className={classes.pairs} aria-label="Pairs that may be one person">
              {found.pairs.map((pair) => (
                <li key={`${pair.one.id}-${pair.other.id}`}>
                  <Pair pair={pair} onSettled={() => settled(pair)} />
                </li>
              ))}
            </ol>
          )}
        </>
      ) : null}
    </>
  );
}

function Pair({ pair, onSettled }: { readonly pair: DuplicatePair; readonly onSettled: () => void }) {
  const { one, other, strength, reasons } = pair;
  const mark = useCommand('people.markDifferent');
  // The record that more hangs on is the one to keep.
  const [keep, goes] = other.activities > one.activities ? [other, one] : [one, other];
  async function apart(): Promise<void> {
    const done = `${one.name} and ${other.name} are two people.`;
    if (await mark.run({ oneId: one.id, otherId: other.id }, { done })) onSettled();
  }
  return (
    <article className={classes.pair} aria-label={`${one.name} and ${other.name}`}>
      <div className={classes.why}>
        <StatusBadge tone={strength > 90 ? 'bad' : strength >= 65 ? 'warning' : 'neutral'}>
          {strengthInWords(strength)}
        </StatusBadge>
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
      <PersonCard person={one} against={other} />
      <PersonCard person={other} against={one} />
      <div className={classes.acts}>
        <Button component={Link} href={`/people/${keep.id}/merge/${goes.id}`} size="compact-sm">
          Merge …
        </Button>
        <Button variant="default" size="compact-sm" loading={mark.pending} onClick={() => void apart()}>
          Not the same person
        </Button>
      </div>
    </article>
  );
}

function KeptApart() {
  const pairs = useRead('people.listDifferent', {});
  const forget = useCommand('people.unmarkDifferent');
  if (pairs.isPending) return <Loading />;
  if (!pairs.data) return <FaultNotice fault={pairs.error} onRetry={() => void pairs.refetch()} />;
  if (pairs.data.length === 0)
    return (
      <EmptyState icon={<IconUsers size={32} />} title="Nobody yet">
        Pairs of which you say “Not the same person” are kept here and not asked about again.
      </EmptyState>
    );
  return (
    <ul className={classes.apart}>
      {pairs.data.map(({ one, other, notedAt }) => (
        <li key={`${one.id}-${other.id}`}>
          <span>
            <Link href={`/people/${one.id}`}>{one.name}</Link> and{' '}
            <Link href={`/people/${other.id}`}>{other.name}</Link>
            <span className={classes.soft}>
              {' '}
              · noted <Moment at={notedAt} day />
            </span>
          </span>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Ask again about ${one.name} and ${other.name}`}
            onClick={() =>
              void forget.run(
                { oneId: one.id, otherId: other.id },
                { done: 'The pair is looked at again in the next search.' },
              )
            }
          >
            Ask again
          </Button>
        </li>
      ))}
    </ul>
  );
}

function strengthInWords(strength: number): string {
  if (strength > 90) return 'Almost certain';
  return strength >= 65 ? 'Likely' : 'Possible';
}
