import { Button, Popover, TextInput } from '@mantine/core';
import { IconCalendarShare, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { groupInWords } from '../../../shared/curricula/elective-words.ts';
import { formatShortDate } from '../../../shared/format.ts';
import { Section } from '../../components/index.ts';
import { creditLine } from './CreditFields.tsx';
import { type DraftSession, movedTo, nextSession } from './draft.ts';
import classes from './Overview.module.css';
import { SessionRow } from './SessionRow.tsx';
import type { Overview } from './use-overview.ts';

/** The sessions of an activity, each editable in its row. Their minutes are what credit comes from. */
export function SessionsTable({ overview }: { readonly overview: Overview }) {
  const { draft, electives, problems, changeSessions } = overview;
  const added = useRef(0);
  const body = useRef<HTMLTableSectionElement>(null);

  function change(key: string, part: Partial<DraftSession>): void {
    changeSessions(
      draft.sessions.map((session) => (session.key === key ? { ...session, ...part } : session)),
    );
  }

  function add(): void {
    added.current += 1;
    changeSessions([...draft.sessions, nextSession(draft, `new ${Date.now()} ${added.current}`)]);
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLInputElement>('tr:last-of-type input')?.focus(),
    );
  }

  return (
    <Section
      title="Sessions"
      description={creditLine(overview)}
      actions={
        <>
          <MoveAll overview={overview} />
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            Add a session
          </Button>
        </>
      }
    >
      <div className={classes.tableFrame}>
        <table className={classes.sessions} aria-label="Sessions">
          <thead>
            <tr>
              <th scope="col">Title</th>
              <th scope="col">Day</th>
              <th scope="col">Starts</th>
              <th scope="col">Minutes</th>
              <th scope="col">For credit</th>
              <th scope="col">
                <span className={classes.offscreen}>Remove</span>
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {draft.sessions.map((session, index) => (
              <SessionRow
                key={session.key}
                session={session}
                number={index + 1}
                problem={problems.sessions[session.key] ?? null}
                elective={electiveOf(session, electives)}
                onChange={(part) => change(session.key, part)}
                onRemove={() => changeSessions(draft.sessions.filter(({ key }) => key !== session.key))}
                removable={draft.sessions.length > 1}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** The group of which a session is a choice, in words; null for a required one. */
function electiveOf({ moduleCode }: DraftSession, electives: Overview['electives']): string | null {
  const group =
    moduleCode === null ? undefined : electives.find(({ moduleCodes }) => moduleCodes.includes(moduleCode));
  return group ? groupInWords(group.title, group.rule, group.moduleCodes.length) : null;
}

function MoveAll({ overview }: { readonly overview: Overview }) {
  const { draft } = overview;
  const [opened, setOpened] = useState(false);
  const [day, setDay] = useState('');
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow position="bottom-end">
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendarShare size={16} aria-hidden />}
          onClick={() => {
            setDay(draft.content.startsOn);
            setOpened(!opened);
          }}
          aria-expanded={opened}
        >
          Move to another day
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes.move}
          onSubmit={(event) => {
            event.preventDefault();
            if (day === '') return;
            overview.replace(movedTo(draft, day));
            setOpened(false);
          }}
        >
          <TextInput
            type="date"
            label="New first day"
            description={`Now ${formatShortDate(draft.content.startsOn)}. Every session keeps its time and its distance from the first day.`}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            required
          />
          <Button type="submit">Move all sessions</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
