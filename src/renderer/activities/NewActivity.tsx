import { Button, Select, TextInput } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { VersionSummary } from '../../shared/contract/curricula.ts';
import { formatCredits, formatInstantDay, formatMinutes, upTo } from '../../shared/format.ts';
import { useCommand, useRead } from '../api/index.ts';
import { EmptyState, FaultNotice, Figure, Loading, PageHeader, useOfficeZone } from '../components/index.ts';
import classes from './Activities.module.css';

const BACK = { label: 'Activities', path: '/activities' } as const;

/** Opens an activity: which published curriculum, under which title, from which day. `?version=` chooses beforehand. */
export function NewActivity() {
  const versions = useRead('versions.list', {});
  return (
    <>
      <PageHeader
        title="New activity"
        back={BACK}
        description="Each module becomes a session. Times, place and credit can be changed afterwards."
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
  const [startsOn, setStartsOn] = useState('');
  const [tried, setTried] = useState(false);
  const create = useCommand('activities.create');
  const version = options.find(({ id }) => id === versionId);

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
    if (title.trim() === '' || startsOn === '') return;
    const created = await create.run(
      { versionId, title: title.trim(), startsOn },
      { done: `Opened “${title.trim()}”.` },
    );
    if (created) navigate(`/activities/${created.id}`);
  }

  return (
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
        <div className={classes.figures}>
          <Figure label={version.modules === 1 ? 'session' : 'sessions'} value={version.modules} />
          <Figure
            label="of instruction"
            value={formatMinutes(version.minutes)}
            detail={upTo(version.minutes, version.mostMinutes, formatMinutes)}
          />
          <Figure label="credits at most" value={formatCredits(version.mostCreditQuarters)} />
        </div>
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
        description="Sessions are planned from 9:00 AM on this day, and on the next days when they run past 5:00 PM."
        value={startsOn}
        onChange={(event) => setStartsOn(event.currentTarget.value)}
        error={tried && startsOn === '' ? 'Choose the first day.' : null}
        required
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={create.pending}>
          Open the activity
        </Button>
        <Button component={Link} href="/activities" variant="default">
          Cancel
        </Button>
      </div>
    </form>
  );
}

function newestFirst(versions: readonly VersionSummary[]): readonly VersionSummary[] {
  return versions.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt) || b.id - a.id);
}
