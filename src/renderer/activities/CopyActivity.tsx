import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Activity } from '../../shared/contract/activities.ts';
import type { Curriculum } from '../../shared/contract/curricula.ts';
import { formatDateRange, formatInstantDay } from '../../shared/format.ts';
import { useCommand, useRead } from '../api/index.ts';
import { FaultNotice, Loading, PageHeader, useOfficeZone } from '../components/index.ts';
import classes from './Activities.module.css';

/** Opens an activity like another one on other days, on the version of its curriculum that is wanted. */
export function CopyActivity({ activityId }: { readonly activityId: number }) {
  const activity = useRead('activities.get', { id: activityId });
  const curriculumId = activity.data?.curriculumId ?? 0;
  const curriculum = useRead('curricula.get', { id: curriculumId }, { enabled: curriculumId > 0 });
  const back = { label: activity.data?.title ?? 'Activity', path: `/activities/${activityId}` };
  const fault = activity.error ?? curriculum.error;
  return (
    <>
      <PageHeader
        title="Copy to another date"
        back={back}
        description="Sessions keep their times of day, and place, rules and credit come along. People and attendance do not."
      />
      {fault ? (
        <FaultNotice
          fault={fault}
          onRetry={() => void Promise.all([activity.refetch(), curriculum.refetch()])}
        />
      ) : null}
      {activity.data && curriculum.data ? (
        <CopyForm activity={activity.data} curriculum={curriculum.data} />
      ) : fault ? null : (
        <Loading />
      )}
    </>
  );
}

function CopyForm({
  activity,
  curriculum,
}: {
  readonly activity: Activity;
  readonly curriculum: Curriculum;
}) {
  const [, navigate] = useLocation();
  const zone = useOfficeZone();
  const newest = curriculum.versions[0]?.id ?? activity.versionId;
  const [versionId, setVersionId] = useState(activity.versionId);
  const [title, setTitle] = useState(activity.title);
  const [startsOn, setStartsOn] = useState('');
  const [tried, setTried] = useState(false);
  const copy = useCommand('activities.copy');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (title.trim() === '' || startsOn === '') return;
    const input = { id: activity.id, title: title.trim(), startsOn, versionId };
    const created = await copy.run(input, { done: `Opened “${title.trim()}”.` });
    if (created) navigate(`/activities/${created.id}`);
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
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
        label="New first day"
        description={`The first one was held ${formatDateRange(activity.startsOn, activity.endsOn)}.`}
        value={startsOn}
        onChange={(event) => setStartsOn(event.currentTarget.value)}
        error={tried && startsOn === '' ? 'Choose the first day.' : null}
        required
      />
      <Select
        label="Version of the curriculum"
        description={
          newest === activity.versionId
            ? 'The newest one.'
            : 'There is a newer version. Sessions of modules that it no longer holds keep their title.'
        }
        data={curriculum.versions.map(({ id, number, publishedAt }) => ({
          value: String(id),
          label: `Version ${number} (${formatInstantDay(publishedAt, zone)})`,
        }))}
        value={String(versionId)}
        onChange={(value) => value && setVersionId(Number(value))}
        allowDeselect={false}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={copy.pending}>
          Open the activity
        </Button>
        <Button component={Link} href={`/activities/${activity.id}`} variant="default">
          Cancel
        </Button>
      </div>
    </form>
  );
}
