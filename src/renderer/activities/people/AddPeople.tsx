import { Button, Checkbox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PersonSummary } from '../../../shared/contract/people.ts';
import { counted, formatCount, sentenceCase } from '../../../shared/format.ts';
import { useCommand, useRead } from '../../api/index.ts';
import { FaultNotice, Loading, SearchField, SidePanel } from '../../components/index.ts';
import classes from './AddPeople.module.css';

/** Shown at once; more people than this are found by typing. */
const SHOWN = 60;

/** Finds people that the office knows and enrols those who are ticked. */
export function AddPeople({
  activityId,
  opened,
  onClose,
  enrolled,
}: {
  readonly activityId: number;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly enrolled: ReadonlySet<number>;
}) {
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map());
  const add = useCommand('enrolments.add');

  async function enrol(): Promise<void> {
    const added = await add.run(
      { activityId, personIds: [...chosen.keys()] },
      { done: `Enrolled ${counted(chosen.size, 'person', 'people')}.` },
    );
    if (!added) return;
    setChosen(new Map());
    onClose();
  }

  return (
    <SidePanel
      title="Add people"
      opened={opened}
      onClose={onClose}
      footer={
        <Button disabled={chosen.size === 0} loading={add.pending} onClick={() => void enrol()}>
          {chosen.size === 0 ? 'Add people' : `Add ${counted(chosen.size, 'person', 'people')}`}
        </Button>
      }
    >
      <Finder
        enrolled={enrolled}
        chosen={chosen}
        onToggle={(person) => {
          const next = new Map(chosen);
          if (!next.delete(person.id)) next.set(person.id, person.name);
          setChosen(next);
        }}
      />
    </SidePanel>
  );
}

function Finder({
  enrolled,
  chosen,
  onToggle,
}: {
  readonly enrolled: ReadonlySet<number>;
  readonly chosen: ReadonlyMap<number, string>;
  readonly onToggle: (person: PersonSummary) => void;
}) {
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 120);
  const found = useRead('people.list', {
    text: wanted.slice(0, 100),
    profession: null,
    sort: 'name',
    after: null,
    limit: SHOWN,
  });
  return (
    <div className={classes.finder}>
      <SearchField
        value={text}
        onChange={setText}
        label="Find people to add"
        placeholder="Name, e-mail, NPI or specialty"
      />
      {found.isPending ? <Loading /> : null}
      {found.isError ? <FaultNotice fault={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? (
        <>
          <p className={classes.soft} role="status">
            {found.data.total > found.data.rows.length
              ? `The first ${formatCount(found.data.rows.length)} of ${formatCount(found.data.total)}. Type to find others.`
              : counted(found.data.total, 'person', 'people')}
          </p>
          <p>
            {found.data.total === 0 ? 'The office does not know this person yet.' : 'Somebody else?'}{' '}
            <Link href="/people/new">New person</Link>
          </p>
          <ul className={classes.list}>
            {enrolledLast(found.data.rows, enrolled).map((person) => (
              <li key={person.id}>
                <Checkbox
                  label={person.credentials ? `${person.name}, ${person.credentials}` : person.name}
                  description={
                    enrolled.has(person.id)
                      ? 'Enrolled already'
                      : [sentenceCase(person.profession), person.email].filter(Boolean).join(' · ')
                  }
                  checked={enrolled.has(person.id) || chosen.has(person.id)}
                  disabled={enrolled.has(person.id)}
                  onChange={() => onToggle(person)}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

/** Those who can be added first; who is enrolled already stands at the end and says so. */
function enrolledLast(
  people: readonly PersonSummary[],
  enrolled: ReadonlySet<number>,
): readonly PersonSummary[] {
  return people.toSorted((a, b) => Number(enrolled.has(a.id)) - Number(enrolled.has(b.id)));
}
