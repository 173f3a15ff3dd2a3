import { ActionIcon, Button, Menu, Tabs } from '@mantine/core';
import { IconArrowMerge, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link, Redirect, useLocation, useSearch } from 'wouter';
import type { Person } from '../../shared/contract/people.ts';
import { formatCreditsFixed, formatInstant, formatShortDate } from '../../shared/format.ts';
import { boardName } from '../../shared/people/boards.ts';
import { fullName, printedName } from '../../shared/people/name.ts';
import { useCommand, useRead } from '../api/index.ts';
import {
  type Column,
  DataTable,
  FaultNotice,
  Loading,
  Nothing,
  PageHeader,
  Section,
  StatusBadge,
  useOfficeZone,
} from '../components/index.ts';
import { LevelsTab, PathwayTab, SavedPathwayView } from '../pathways/index.ts';
import { HistoryTab } from './HistoryTab.tsx';
import { OtherStandings } from './OtherStandings.tsx';
import classes from './People.module.css';
import { keepPersonDraft } from './person-drafts.ts';
import { birthdayInWords, credentialInWords, professionLabel, sharingInWords } from './words.ts';

const BACK = { label: 'People', path: '/people' } as const;

const TABS = [
  { value: 'record', label: 'Record' },
  { value: 'history', label: 'History' },
  { value: 'levels', label: 'Levels' },
  { value: 'pathway', label: 'Pathway' },
] as const;

/** One person: what the office knows and the activities so far, what the person shows, and the pathway to what is wanted. */
export function PersonPage({
  id,
  tab = 'record',
  pathwayId = null,
}: {
  readonly id: number;
  readonly tab?: string;
  /** A saved pathway that is shown in its tab. */
  readonly pathwayId?: number | null;
}) {
  const person = useRead('people.get', { id });
  if (!TABS.some(({ value }) => value === tab)) return <Redirect to={`/people/${id}`} replace />;
  if (person.isPending) return <Loading />;
  if (!person.data)
    return (
      <>
        <PageHeader title="Person" back={BACK} />
        <FaultNotice fault={person.error} onRetry={() => void person.refetch()} />
      </>
    );
  // The record that was asked for went into this one; an answer from before an undo is waited out.
  if (person.data.id !== id && person.isFetching) return <Loading />;
  if (person.data.id !== id) return <Redirect to={`/people/${person.data.id}`} replace />;
  return <KnownPerson person={person.data} tab={tab} pathwayId={pathwayId} />;
}

function KnownPerson({
  person,
  tab,
  pathwayId,
}: {
  readonly person: Person;
  readonly tab: string;
  readonly pathwayId: number | null;
}) {
  const [, navigate] = useLocation();
  const name = printedName(person);
  const certificate = Number(new URLSearchParams(useSearch()).get('certificate'));
  return (
    <>
      <PageHeader
        title={person.credentials ? `${name}, ${person.credentials}` : name}
        back={certificate > 0 ? { label: 'Certificate', path: `/certificates/${certificate}` } : BACK}
        description={[professionLabel(person.profession), person.specialty].filter(Boolean).join(' · ')}
        actions={
          <div className={classes.pageActs}>
            <MoreActions person={person} name={name} />
            <Button
              component={Link}
              href={`/people/${person.id}/edit`}
              leftSection={<IconPencil size={16} aria-hidden />}
            >
              Edit
            </Button>
          </div>
        }
      />
      <Tabs
        value={tab}
        onChange={(value) =>
          value && navigate(`/people/${person.id}${value === 'record' ? '' : `/${value}`}`)
        }
        keepMounted={false}
      >
        <Tabs.List aria-label="Parts of this person’s record" className={classes.noPrint ?? ''}>
          {TABS.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="record" className={classes.panel ?? ''}>
          <OnRecord person={person} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.panel ?? ''}>
          <HistoryTab personId={person.id} />
        </Tabs.Panel>
        <Tabs.Panel value="levels" className={classes.panel ?? ''}>
          <LevelsTab personId={person.id} />
        </Tabs.Panel>
        <Tabs.Panel value="pathway" className={classes.panel ?? ''}>
          {pathwayId === null ? (
            <PathwayTab person={person} />
          ) : (
            <SavedPathwayView key={pathwayId} personId={person.id} id={pathwayId} />
          )}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function OnRecord({ person }: { readonly person: Person }) {
  return (
    <>
      <OtherNames person={person} />
      <OtherStandings person={person} />
      <div className={classes.split}>
        <div>
          <Section title="On record">
            <Facts person={person} />
          </Section>
        </div>
        <div>
          <Section title="Activities">
            <DataTable
              label="Activities"
              rows={person.history}
              columns={columns}
              rowKey={({ activityId }) => activityId}
              empty={
                <Nothing>
                  Not enrolled in any activity yet. Open an <Link href="/activities">activity</Link> and add
                  this person there.
                </Nothing>
              }
            />
          </Section>
        </div>
      </div>
    </>
  );
}

/** What follows from a corrected name: certificates in force were printed with another one. */
function OtherNames({ person }: { readonly person: Person }) {
  const entries = person.history.filter(({ otherName }) => otherName !== null);
  if (entries.length === 0) return null;
  return (
    <div className={classes.otherNames} role="status">
      {entries.map(({ certificateId, certificateNumber, otherName }) => (
        <p key={certificateId}>
          Certificate <Link href={`/certificates/${certificateId}`}>{certificateNumber}</Link> still shows the
          name as it was printed: {otherName}. Correct and re-issue it if needed.
        </p>
      ))}
    </div>
  );
}

function Facts({ person }: { readonly person: Person }) {
  const zone = useOfficeZone();
  const facts: readonly (readonly [string, string])[] = [
    ['Name on the license', fullName(person)],
    ...some('Name on certificates', person.displayName),
    ...some(
      person.formerNames.length > 1 ? 'Former names' : 'Former name',
      person.formerNames
        .map(({ name, until }) => (until === null ? name : `${name}, until ${formatShortDate(until)}`))
        .join('\n'),
    ),
    ['Credentials', person.credentials],
    ...some('Held', person.credentialRecords.map(credentialInWords).join('\n')),
    ['Profession', professionLabel(person.profession)],
    [
      person.furtherSpecialties.length > 0 ? 'Specialties' : 'Specialty',
      [person.specialty, ...person.furtherSpecialties].filter((one) => one !== '').join('\n'),
    ],
    ['E-mail', [person.email, ...person.furtherEmails].filter((one) => one !== '').join('\n')],
    ['NPI', [person.npi, ...person.furtherNpis].filter((one) => one !== '').join('\n')],
    ...some('ORCID iD', person.orcid),
    [
      person.licences.length > 1 ? 'Licenses' : 'License',
      person.licences.map(({ state, number }) => `${state} ${number}`.trim()).join('\n'),
    ],
    ...some(
      person.boardIds.length > 1 ? 'Board IDs' : 'Board ID',
      person.boardIds.map(({ board, id }) => `${boardName(board)}: ${id}`).join('\n'),
    ),
    ...some('NABP e-Profile ID', person.nabpId),
    ['Birthday', person.birthMonthDay ? birthdayInWords(person.birthMonthDay) : ''],
    ['Permission to share', sharingInWords(person.sharing, person.sharingOn)],
    ...some('Notes', person.notes),
    ['Added', formatInstant(person.createdAt, zone)],
  ];
  return (
    <table className={classes.facts} aria-label="On record">
      <tbody>
        {facts.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value === '' ? <span className={classes.soft}>Not known</span> : value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A fact that is left out when it is empty: most people have none. */
function some(label: string, value: string): readonly (readonly [string, string])[] {
  return value === '' ? [] : [[label, value]];
}

function MoreActions({ person, name }: { readonly person: Person; readonly name: string }) {
  const [, navigate] = useLocation();
  const remove = useCommand('people.remove');
  const enrolled = person.history.length > 0;
  async function removeIt(): Promise<void> {
    if (!(await remove.run({ id: person.id }, { done: `Removed ${name}.` }))) return;
    keepPersonDraft(person.id, null);
    navigate('/people', { replace: true });
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
          href={`/people/${person.id}/merge`}
          leftSection={<IconArrowMerge size={16} aria-hidden />}
        >
          Merge with another record …
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} aria-hidden />}
          disabled={enrolled}
          onClick={() => void removeIt()}
        >
          {enrolled ? 'Activities keep this person on record' : 'Remove this person'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

type Entry = Person['history'][number];

const columns: readonly Column<Entry>[] = [
  {
    id: 'title',
    header: 'Activity',
    width: 'minmax(176px, 2fr)',
    sortValue: ({ title }) => title,
    cell: ({ activityId, title }) => (
      <span className={classes.wraps}>
        <Link href={`/activities/${activityId}`}>{title}</Link>
      </span>
    ),
  },
  {
    id: 'date',
    header: 'Starts',
    width: 104,
    sortValue: ({ startsOn }) => startsOn,
    cell: ({ startsOn }) => formatShortDate(startsOn),
  },
  {
    id: 'status',
    header: 'Standing',
    width: 176,
    hideBelow: 620,
    sortValue: ({ status }) => status,
    cell: ({ status, certificateId }) => (
      <StatusBadge tone={certificateId === null ? 'neutral' : status.endsWith('revoked') ? 'bad' : 'good'}>
        {status}
      </StatusBadge>
    ),
  },
  {
    id: 'credits',
    header: 'Credits',
    width: 80,
    align: 'right',
    sortValue: ({ awardedQuarters }) => awardedQuarters ?? -1,
    cell: ({ awardedQuarters }) =>
      awardedQuarters === null ? (
        <span className={classes.soft}>–</span>
      ) : (
        formatCreditsFixed(awardedQuarters)
      ),
  },
  {
    id: 'certificate',
    header: 'Certificate',
    width: 144,
    sortValue: ({ certificateNumber }) => certificateNumber ?? '',
    cell: ({ certificateId, certificateNumber }) =>
      certificateId === null ? (
        <span className={classes.soft}>None yet</span>
      ) : (
        <Link href={`/certificates/${certificateId}`}>{certificateNumber}</Link>
      ),
  },
];
