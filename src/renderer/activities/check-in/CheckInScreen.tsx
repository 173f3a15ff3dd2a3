import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import {
  type ClockMoment,
  findAttendees,
  minutesFromArrival,
  sessionAtDoor,
} from '../../../shared/activities/check-in.ts';
import { dateInZone } from '../../../shared/activities/schedule.ts';
import type { Activity, AttendanceGrid, Session } from '../../../shared/contract/activities.ts';
import { formatCount, formatDay, formatTime } from '../../../shared/format.ts';
import { useRead } from '../../api/index.ts';
import { EmptyState, FaultNotice, Loading, PageHeader } from '../../components/index.ts';
import classes from './CheckIn.module.css';
import { DoorAnswer } from './DoorAnswer.tsx';
import { GuestList } from './GuestList.tsx';
import { type Guest, useCheckIn } from './use-check-in.ts';
import { useTypingAnywhere } from './use-typing-anywhere.ts';

/** More than these are narrowed down by another letter. */
const SHOWN = 6;

/** The door of an activity: type two letters, press Enter, next person. Works with the keyboard or a finger. */
export function CheckInScreen({ activityId }: { readonly activityId: number }) {
  const activity = useRead('activities.get', { id: activityId });
  const grid = useRead('attendance.grid', { activityId });
  const back = { label: 'Attendance', path: `/activities/${activityId}/attendance` };
  if (activity.isPending || grid.isPending) return <Loading />;
  if (!activity.data || !grid.data) {
    const fault = activity.error ?? grid.error;
    const retry = () => void Promise.all([activity.refetch(), grid.refetch()]);
    return (
      <>
        <PageHeader title="Check-in" back={back} />
        {fault ? <FaultNotice fault={fault} onRetry={retry} /> : null}
      </>
    );
  }
  const first = sessionAtDoor(grid.data.sessions, clockOf(activity.data.timeZone));
  const isOpen = first !== null && grid.data.rows.length > 0;
  return (
    <>
      {/* At an open door, the field takes the focus. */}
      <PageHeader title="Check-in" eyebrow={activity.data.title} back={back} takesFocus={!isOpen} />
      {isOpen ? (
        <Door activity={activity.data} grid={grid.data} readAt={grid.dataUpdatedAt} first={first} />
      ) : (
        <Nobody activity={activity.data} sessions={grid.data.sessions.length} />
      )}
    </>
  );
}

function Nobody({ activity, sessions }: { readonly activity: Activity; readonly sessions: number }) {
  const what = sessions === 0 ? 'No session is planned yet' : 'Nobody is enrolled yet';
  const path = `/activities/${activity.id}/${sessions === 0 ? 'overview' : 'people'}`;
  return (
    <EmptyState
      icon={<IconUsers size={32} />}
      title={what}
      action={
        <Button component={Link} href={path}>
          {sessions === 0 ? 'Plan sessions' : 'Add people'}
        </Button>
      }
    >
      People are checked in at one session after the other, from the list of those enrolled.
    </EmptyState>
  );
}

function Door({
  activity,
  grid,
  readAt,
  first,
}: {
  readonly activity: Activity;
  readonly grid: AttendanceGrid;
  /** When the grid was read. */
  readonly readAt: number;
  readonly first: Session;
}) {
  const [sessionId, setSessionId] = useState(first.id);
  const column = Math.max(
    0,
    grid.sessions.findIndex(({ id }) => id === sessionId),
  );
  const session = grid.sessions[column] ?? first;
  return (
    <>
      <div className={classes.choice}>
        <Select
          label="Session"
          data={grid.sessions.map((each) => ({
            value: String(each.id),
            label: `${each.title}, ${formatDay(each.date)}, ${formatTime(each.startTime)}`,
          }))}
          value={String(session.id)}
          onChange={(value) => value && setSessionId(Number(value))}
          allowDeselect={false}
          className={classes.session ?? ''}
        />
      </div>
      <OpenDoor
        key={session.id}
        activity={activity}
        grid={grid}
        readAt={readAt}
        session={session}
        column={column}
      />
    </>
  );
}

function OpenDoor({
  activity,
  grid,
  readAt,
  session,
  column,
}: {
  readonly activity: Activity;
  readonly grid: AttendanceGrid;
  readonly readAt: number;
  readonly session: Session;
  readonly column: number;
}) {
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [counting, setCounting] = useState<'whole' | 'arrival'>('whole');
  const door = useCheckIn(activity.id, session, column, readAt);
  useTypingAnywhere(input);
  const fitting = useMemo(() => findAttendees(grid.rows, text), [grid.rows, text]);
  const shown = fitting.slice(0, SHOWN);
  const here = grid.rows.filter((row) => (door.minutesOf(row) ?? 0) > 0).length;

  function type(next: string): void {
    setText(next);
    setChosen(0);
    if (next !== '') door.clear();
  }

  async function pick(guest: Guest): Promise<void> {
    const minutes =
      counting === 'whole' ? session.minutes : minutesFromArrival(session, clockOf(activity.timeZone));
    setText('');
    setChosen(0);
    input.current?.focus();
    await door.checkIn(guest, minutes);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const guest = shown[chosen];
    if (event.key === 'ArrowDown') setChosen(Math.min(shown.length - 1, chosen + 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(0, chosen - 1));
    else if (event.key === 'Escape') type('');
    else if (event.key === 'Enter' && guest) void pick(guest);
    // Nobody fits: the next scan replaces what is there instead of being added to it.
    else if (event.key === 'Enter') input.current?.select();
    else return;
    event.preventDefault();
  }

  const active = shown[chosen];
  return (
    <>
      <div className={classes.counts}>
        <SegmentedControl
          aria-label="Minutes to record"
          data={[
            { value: 'whole', label: 'Whole session' },
            { value: 'arrival', label: 'From arrival to the end' },
          ]}
          value={counting}
          onChange={(value) => setCounting(value === 'arrival' ? 'arrival' : 'whole')}
        />
        <p className={classes.here} data-testid="here">
          <strong>{formatCount(here)}</strong> of {formatCount(grid.rows.length)} here
        </p>
      </div>
      <TextInput
        ref={input}
        label="Type two letters of the name, or scan an e-mail address"
        classNames={{ input: classes.input ?? '', label: classes.label ?? '' }}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-activedescendant={active ? `${list}-${active.enrolmentId}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        data-autofocus
        autoFocus
      />
      <DoorAnswer
        answer={door.answer}
        onTakeBack={() => void door.takeBack().then(() => input.current?.focus())}
      />
      <GuestList
        id={list}
        guests={shown}
        chosen={chosen}
        minutesOf={door.minutesOf}
        onPick={(guest) => void pick(guest)}
      />
      <Below text={text} fitting={fitting.length} activityId={activity.id} />
    </>
  );
}

function Below({
  text,
  fitting,
  activityId,
}: {
  readonly text: string;
  readonly fitting: number;
  readonly activityId: number;
}) {
  if (fitting > SHOWN)
    return <p className={classes.soft}>{formatCount(fitting - SHOWN)} more fit. Type another letter.</p>;
  if (fitting > 0) return <p className={classes.soft}>Enter checks in; ↑ and ↓ choose; Esc clears.</p>;
  if (text.trim().length < 2) return null;
  return (
    <p className={classes.nobody}>
      Nobody enrolled fits “{text.trim()}”.{' '}
      <Link href={`/activities/${activityId}/people`}>Enroll the person first</Link>, then check in.
    </p>
  );
}

/** Now on the clock of a zone. */
function clockOf(timeZone: string): ClockMoment {
  const now = new Date();
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(now);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { date: dateInZone(now.toISOString(), timeZone), minuteOfDay: hours * 60 + minutes };
}
