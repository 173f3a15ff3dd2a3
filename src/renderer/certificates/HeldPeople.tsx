import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { IssuePlan } from '../../shared/contract/certificates.ts';
import { counted, formatCount } from '../../shared/format.ts';
import { Section } from '../components/index.ts';
import classes from './Certificates.module.css';
import { groupHeld, type HeldGroup, printedName } from './issue-words.ts';

type Held = IssuePlan['held'][number];

/** Names that are shown without being asked for. */
const FEW = 4;

/** Who is held, by reason, with the way to where it is settled. */
export function HeldPeople({
  activityId,
  held,
  nobodyReady,
}: {
  readonly activityId: number;
  readonly held: readonly Held[];
  readonly nobodyReady: boolean;
}) {
  return (
    <Section
      title="Held"
      description={`${counted(held.length, 'person gets', 'people get')} nothing until this is settled. ${
        nobodyReady ? 'Nobody else is waiting for a certificate.' : 'The others can be issued now.'
      }`}
    >
      <ul className={classes.heldGroups}>
        {groupHeld(held).map((group) => (
          <li key={`${group.place} ${group.heading}`} className={classes.heldGroup}>
            <span className={classes.heldCount}>{formatCount(group.people.length)}</span>
            <div>
              <strong className={classes.strong}>{group.heading}</strong>
              <Names group={group} />
            </div>
            <Settle activityId={activityId} group={group} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Names({ group: { people, same } }: { readonly group: HeldGroup }) {
  const first = people.slice(0, people.length <= FEW ? FEW : FEW - 1);
  const rest = people.slice(first.length);
  return (
    <div className={classes.heldNames}>
      <List people={first} same={same} />
      {rest.length > 0 ? (
        <details>
          <summary>{counted(rest.length, 'other', 'others')}</summary>
          <List people={rest} same={same} />
        </details>
      ) : null}
    </div>
  );
}

function List({ people, same }: { readonly people: readonly Held[]; readonly same: boolean }) {
  if (same) return <div>{people.map(printedName).join(' · ')}</div>;
  return (
    <ul className={classes.heldLines}>
      {people.map((person) => (
        <li key={person.enrolmentId}>
          {printedName(person)}: {person.reason}
        </li>
      ))}
    </ul>
  );
}

function Settle({ activityId, group }: { readonly activityId: number; readonly group: HeldGroup }) {
  const { href, label } = placeOf(activityId, group);
  return (
    <Button
      component={Link}
      href={href}
      variant="default"
      size="compact-sm"
      rightSection={<IconArrowRight size={14} aria-hidden />}
    >
      {label}
    </Button>
  );
}

function placeOf(
  activityId: number,
  { place, people }: HeldGroup,
): { readonly href: string; readonly label: string } {
  const [first] = people;
  switch (place) {
    case 'activity':
      return { href: `/activities/${activityId}/overview`, label: 'See the overview' };
    case 'office':
      return { href: '/office', label: 'See the office' };
    case 'person':
      return { href: `/people/${first?.personId ?? ''}`, label: 'See the person' };
    case 'certificate':
      return { href: `/certificates/${first?.certificateId ?? ''}`, label: 'See the certificate' };
    case 'completion':
      return { href: `/activities/${activityId}/completion`, label: 'See completion' };
  }
}
