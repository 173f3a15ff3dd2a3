import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Output } from '../../shared/contract/index.ts';
import { counted, formatCount, formatDate } from '../../shared/format.ts';
import { useRead } from '../api/index.ts';
import { FaultNotice, Figure, Loading, PageHeader, Section } from '../components/index.ts';
import { ATTENTION, type Attention } from './attention.ts';
import { FirstSteps } from './FirstSteps.tsx';
import classes from './HomeScreen.module.css';

type Summary = Output<'home.summary'>;

/** What needs attention today, what comes next, and how much there is. */
export function HomeScreen() {
  const summary = useRead('home.summary', {});
  const { data } = summary;
  return (
    <>
      <PageHeader title="Home" eyebrow={data ? formatDate(data.today) : undefined} />
      {summary.isPending ? <Loading /> : null}
      {summary.error ? <FaultNotice fault={summary.error} onRetry={() => void summary.refetch()} /> : null}
      {data ? <Today summary={data} /> : null}
    </>
  );
}

function Today({ summary }: { readonly summary: Summary }) {
  const { counts, attention, upcoming } = summary;
  const starting = counts.curricula === 0 || counts.activities === 0 || counts.people === 0;
  return (
    <div className={classes.columns}>
      <div>
        {starting ? <FirstSteps counts={counts} /> : null}
        {starting && attention.length === 0 ? null : (
          <Section title="Needs attention">
            {attention.length === 0 ? (
              <p className={classes.quiet}>Nothing is waiting. What needs you will appear here.</p>
            ) : (
              <ul className={classes.list}>
                {attention.map((item) => (
                  <AttentionItem key={`${item.kind} ${item.path} ${item.title}`} item={item} />
                ))}
              </ul>
            )}
          </Section>
        )}
      </div>
      <div className={classes.side}>
        <Section title="Next activities">
          {upcoming.length === 0 ? (
            <p className={classes.quiet}>No activity is planned.</p>
          ) : (
            <ul className={classes.list}>
              {upcoming.map((activity) => (
                <li key={activity.activityId} className={classes.upcoming}>
                  <Link href={`/activities/${activity.activityId}`} className={classes.link ?? ''}>
                    {activity.title}
                  </Link>
                  <div className={classes.quiet}>
                    {[
                      formatDate(activity.startsOn),
                      activity.place,
                      counted(activity.enrolled, 'person', 'people'),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title="In this office">
          <div className={classes.figures}>
            <Figure
              label={noun(counts.curricula, 'curriculum', 'curricula')}
              value={formatCount(counts.curricula)}
            />
            <Figure
              label={noun(counts.activities, 'activity', 'activities')}
              value={formatCount(counts.activities)}
            />
            <Figure label={noun(counts.people, 'person', 'people')} value={formatCount(counts.people)} />
            <Figure
              label={noun(counts.certificates, 'certificate', 'certificates')}
              value={formatCount(counts.certificates)}
            />
          </div>
        </Section>
      </div>
    </div>
  );
}

function AttentionItem({ item }: { readonly item: Attention }) {
  const { icon: Icon, action } = ATTENTION[item.kind];
  return (
    <li className={classes.item}>
      <Icon size={22} stroke={1.5} aria-hidden className={classes.sign} />
      <div className={classes.words}>
        <div className={classes.title}>{item.title}</div>
        <div className={classes.quiet}>{item.detail}</div>
      </div>
      <Button
        component={Link}
        href={item.path}
        variant="default"
        size="compact-md"
        aria-label={`${action}: ${item.title}`}
      >
        {action}
      </Button>
    </li>
  );
}

function noun(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
