import { Select, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Module, ModulePatch } from '../../../shared/contract/modules.ts';
import { DOMAINS, IsoDate, LEARNING_FORMATS } from '../../../shared/contract/primitives.ts';
import {
  AUDIENCES,
  audienceName,
  domainName,
  formatName,
  MODULE_FORMATS,
  TRACKS,
  trackName,
} from '../../../shared/curricula/words.ts';
import { counted, sentenceCase } from '../../../shared/format.ts';
import { ApplyPanel } from './ApplyPanel.tsx';

const LEAVE = 'Leave as it is';

/** Changes where many modules belong, how they are taught and for whom; what is left alone stays as it is. */
export function ChangePanel({
  modules,
  library,
  onClose,
  onDone,
}: {
  readonly modules: readonly Module[];
  readonly library: readonly Module[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const [patch, setPatch] = useState<ModulePatch>({});
  const [reviewBy, setReviewBy] = useState('');
  const change = (part: Partial<ModulePatch>): void => setPatch(compact({ ...patch, ...part }));
  const formats = [...new Set([...MODULE_FORMATS, ...library.map(({ format }) => format)])];
  const groups = [...new Set([...AUDIENCES, ...library.flatMap(({ audience }) => audience)])];
  const held = [...new Set(modules.flatMap(({ audience }) => audience))];
  return (
    <ApplyPanel
      title={`Change ${counted(modules.length, 'module', 'modules')}`}
      action="Change them"
      modules={modules}
      patch={patch}
      problem={
        reviewBy === '' || IsoDate.safeParse(reviewBy).success
          ? null
          : 'Choose a day of the calendar for the next review.'
      }
      done={(count) => `Changed ${count}.`}
      onClose={onClose}
      onDone={onDone}
    >
      <Select
        label="Domain"
        placeholder={LEAVE}
        data={DOMAINS.map((value) => ({ value, label: domainName(value) }))}
        value={patch.domain ?? null}
        onChange={(value) => change({ domain: DOMAINS.find((domain) => domain === value) })}
        clearable
        clearButtonProps={{ 'aria-label': 'Leave the domain' }}
      />
      <Select
        label="Track"
        placeholder={LEAVE}
        data={TRACKS.map((value) => ({ value, label: trackName(value) }))}
        value={patch.track ?? null}
        onChange={(value) => change({ track: TRACKS.find((track) => track === value) })}
        clearable
        clearButtonProps={{ 'aria-label': 'Leave the track' }}
      />
      <Select
        label="Format"
        placeholder={LEAVE}
        data={formats.map((value) => ({ value, label: formatName(value) }))}
        value={patch.format ?? null}
        onChange={(value) => change({ format: value ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': 'Leave the format' }}
      />
      <Select
        label="AMA learning format"
        placeholder={LEAVE}
        data={LEARNING_FORMATS.map((value) => ({ value, label: sentenceCase(value) }))}
        value={patch.amaLearningFormat ?? null}
        onChange={(value) =>
          change({ amaLearningFormat: LEARNING_FORMATS.find((format) => format === value) })
        }
        clearable
        clearButtonProps={{ 'aria-label': 'Leave the AMA learning format' }}
      />
      <Groups
        label="Add to the audience"
        description="Modules that are for everyone stay so."
        known={groups}
        groups={patch.addAudience ?? []}
        onChange={(addAudience) => change({ addAudience })}
      />
      <Groups
        label="Take from the audience"
        description="A module keeps at least one group."
        known={held}
        groups={patch.removeAudience ?? []}
        onChange={(removeAudience) => change({ removeAudience })}
      />
      <TextInput
        type="date"
        label="Review by"
        description="Left empty, the dates stay as they are. To record a review, use Mark as reviewed."
        value={reviewBy}
        onChange={(event) => {
          setReviewBy(event.currentTarget.value);
          change({ reviewBy: event.currentTarget.value || undefined });
        }}
      />
      <Select
        label="Library"
        placeholder={LEAVE}
        data={[
          { value: 'retired', label: 'Retire' },
          { value: 'standing', label: 'Bring back' },
        ]}
        value={patch.retired === undefined ? null : patch.retired ? 'retired' : 'standing'}
        onChange={(value) => change({ retired: value === null ? undefined : value === 'retired' })}
        clearable
        clearButtonProps={{ 'aria-label': 'Leave the library' }}
      />
    </ApplyPanel>
  );
}

function Groups({
  label,
  description,
  known,
  groups,
  onChange,
}: {
  readonly label: string;
  readonly description: string;
  readonly known: readonly string[];
  readonly groups: readonly string[];
  readonly onChange: (groups: string[]) => void;
}) {
  const codes = new Map(known.map((code) => [audienceName(code).toLowerCase(), code]));
  return (
    <TagsInput
      label={label}
      description={description}
      data={known.map(audienceName)}
      value={groups.map(audienceName)}
      onChange={(names) => onChange([...new Set(names.map((name) => codes.get(name.toLowerCase()) ?? name))])}
      maxTags={40}
    />
  );
}

/** Without what was left as it is, so that the patch names only what is to change. */
function compact(patch: ModulePatch): ModulePatch {
  return Object.fromEntries(
    Object.entries(patch).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
