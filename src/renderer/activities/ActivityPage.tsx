import { ActionIcon, Menu, Tabs } from '@mantine/core';
import { IconCalendarPlus, IconDots, IconTrash } from '@tabler/icons-react';
import { Link, Redirect, useLocation } from 'wouter';
import type { Activity } from '../../shared/contract/activities.ts';
import { formatCount, formatCredits, formatDateRange } from '../../shared/format.ts';
import { useCommand, useRead } from '../api/index.ts';
import { ActivityCertificates } from '../certificates/index.ts';
import { FaultNotice, Loading, PageHeader, StatusBadge } from '../components/index.ts';
import { GapsTab } from '../pathways/index.ts';
import { ReflectionsTab } from '../reflections/index.ts';
import classes from './Activities.module.css';
import { AttendanceTab } from './attendance/AttendanceTab.tsx';
import { CompletionTab } from './completion/CompletionTab.tsx';
import { keepDraft, useKeptDraft } from './overview/kept-drafts.ts';
import { OverviewTab } from './overview/OverviewTab.tsx';
import { PeopleTab } from './people/PeopleTab.tsx';
import { stageBadge, whereHeld } from './words.ts';

const TABS = [
  { value: 'overview', label: 'Overview' },
  { value: 'people', label: 'People' },
  { value: 'gaps', label: 'Gaps' },
  { value: 'attendance', label: 'Attendance' },
  { value: 'completion', label: 'Completion' },
  { value: 'certificates', label: 'Certificates' },
  { value: 'reflections', label: 'Reflections' },
] as const;

/** One activity: its facts, its people, and the work from attendance to certificates. */
export function ActivityPage({ id, tab }: { readonly id: number; readonly tab: string }) {
  const activity = useRead('activities.get', { id });
  if (!TABS.some(({ value }) => value === tab)) return <Redirect to={`/activities/${id}`} replace />;
  if (activity.isPending) return <Loading />;
  if (!activity.data)
    return (
      <>
        <PageHeader title="Activity" back={{ label: 'Activities', path: '/activities' }} />
        <FaultNotice fault={activity.error} onRetry={() => void activity.refetch()} />
      </>
    );
  return <OpenActivity activity={activity.data} tab={tab} />;
}

function OpenActivity({ activity, tab }: { readonly activity: Activity; readonly tab: string }) {
  const [, navigate] = useLocation();
  const unsaved = useKeptDraft(activity.id) !== null;
  const { label, tone } = stageBadge(activity);
  return (
    <>
      <PageHeader
        title={activity.title}
        back={{ label: 'Activities', path: '/activities' }}
        eyebrow={
          <>
            {activity.curriculumTitle}, version {activity.versionNumber}
          </>
        }
        description={
          <span className={classes.facts}>
            <StatusBadge tone={tone}>{label}</StatusBadge>
            <span>{formatDateRange(activity.startsOn, activity.endsOn)}</span>
            <span>{whereHeld(activity)}</span>
            <span>{formatCredits(activity.maximumQuarters)} credits at most</span>
          </span>
        }
        actions={<MoreActions activity={activity} />}
      />
      <Tabs
        value={tab}
        onChange={(value) => value && navigate(`/activities/${activity.id}/${value}`)}
        keepMounted={false}
        className={classes.tabs ?? ''}
      >
        <Tabs.List aria-label="Parts of this activity" className={classes.tabList ?? ''}>
          {TABS.map(({ value, label: text }) => (
            <Tabs.Tab key={value} value={value}>
              {text}
              {value === 'people' ? (
                <span className={classes.tabCount}>{formatCount(activity.enrolled)}</span>
              ) : null}
              {value === 'certificates' ? (
                <span className={classes.tabCount}>{formatCount(activity.certificates)}</span>
              ) : null}
              {value === 'overview' && unsaved ? <span className={classes.tabCount}>(unsaved)</span> : null}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview" className={classes.panel ?? ''}>
          <OverviewTab activity={activity} />
        </Tabs.Panel>
        <Tabs.Panel value="people" className={classes.panel ?? ''}>
          <PeopleTab activity={activity} />
        </Tabs.Panel>
        <Tabs.Panel value="gaps" className={classes.panel ?? ''}>
          <GapsTab activity={activity} />
        </Tabs.Panel>
        <Tabs.Panel value="attendance" className={classes.panel ?? ''}>
          <AttendanceTab activity={activity} />
        </Tabs.Panel>
        <Tabs.Panel value="completion" className={classes.panel ?? ''}>
          <CompletionTab activity={activity} />
        </Tabs.Panel>
        <Tabs.Panel value="certificates" className={classes.panel ?? ''}>
          <ActivityCertificates activityId={activity.id} />
        </Tabs.Panel>
        <Tabs.Panel value="reflections" className={classes.panel ?? ''}>
          <ReflectionsTab activity={activity} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function MoreActions({ activity }: { readonly activity: Activity }) {
  const [, navigate] = useLocation();
  const remove = useCommand('activities.remove');
  async function removeIt(): Promise<void> {
    const done = `Removed “${activity.title}” with its sessions, people and attendance.`;
    if (!(await remove.run({ id: activity.id }, { done }))) return;
    keepDraft(activity.id, null);
    navigate('/activities', { replace: true });
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label="More actions">
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          href={`/activities/${activity.id}/copy`}
          leftSection={<IconCalendarPlus size={16} aria-hidden />}
        >
          Copy to another date
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} aria-hidden />}
          disabled={activity.certificates > 0}
          onClick={() => void removeIt()}
        >
          {activity.certificates > 0 ? 'Certificates keep this activity on record' : 'Remove this activity'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
