import { Select } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { Module } from '../../../shared/contract/modules.ts';
import { DOMAINS } from '../../../shared/contract/primitives.ts';
import type { ModuleFilter } from '../../../shared/curricula/find-modules.ts';
import { audienceName, domainName, formatName, TRACKS, trackName } from '../../../shared/curricula/words.ts';
import { SearchField } from '../../components/index.ts';
import classes from './Library.module.css';

const DOMAIN_OPTIONS = DOMAINS.map((value) => ({ value, label: domainName(value) }));
const TRACK_OPTIONS = TRACKS.map((value) => ({ value, label: trackName(value) }));

/** Narrows the library by words, domain, track, format and audience. */
export function LibraryFilters({
  modules,
  filter,
  onChange,
  onDown,
}: {
  readonly modules: readonly Module[];
  readonly filter: ModuleFilter;
  readonly onChange: (change: (filter: ModuleFilter) => ModuleFilter) => void;
  /** Goes from the field to what it found. */
  readonly onDown: () => void;
}) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow leads from the field to what it found
    <div
      className={classes.filters}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' || !(event.target instanceof HTMLInputElement)) return;
        if (event.target.type !== 'search') return;
        event.preventDefault();
        onDown();
      }}
    >
      <div className={classes.search}>
        <SearchField
          value={filter.text}
          onChange={(text) => onChange((known) => ({ ...known, text }))}
          label="Find a module"
        />
      </div>
      <Narrowing
        modules={modules}
        domain={filter.domain}
        track={filter.track}
        format={filter.format}
        audience={filter.audience}
        onChange={onChange}
      />
    </div>
  );
}

/** The four choices; typing does not touch them. */
const Narrowing = memo(function Narrowing({
  modules,
  domain,
  track,
  format,
  audience,
  onChange,
}: Omit<ModuleFilter, 'text'> & {
  readonly modules: readonly Module[];
  readonly onChange: (change: (filter: ModuleFilter) => ModuleFilter) => void;
}) {
  const formats = useMemo(
    () =>
      optionsOf(
        modules.map((module) => module.format),
        formatName,
      ),
    [modules],
  );
  const audiences = useMemo(
    () =>
      optionsOf(
        modules.flatMap((module) => module.audience),
        audienceName,
      ),
    [modules],
  );
  return (
    <>
      <Narrow
        label="Domain"
        options={DOMAIN_OPTIONS}
        value={domain}
        onChange={(value) => onChange((known) => ({ ...known, domain: value }))}
      />
      <Narrow
        label="Track"
        options={TRACK_OPTIONS}
        value={track}
        onChange={(value) => onChange((known) => ({ ...known, track: value }))}
      />
      <Narrow
        label="Format"
        options={formats}
        value={format}
        onChange={(value) => onChange((known) => ({ ...known, format: value }))}
      />
      <Narrow
        label="Audience"
        options={audiences}
        value={audience}
        onChange={(value) => onChange((known) => ({ ...known, audience: value }))}
      />
    </>
  );
});

function Narrow<V extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
}) {
  return (
    <Select
      size="xs"
      aria-label={label}
      placeholder={label}
      data={options}
      value={value}
      onChange={(chosen) => onChange(options.find((option) => option.value === chosen)?.value ?? null)}
      clearable
      clearButtonProps={{ 'aria-label': `Any ${label.toLowerCase()}`, tabIndex: 0 }}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
}

/** Every value that some module has, in the order of the alphabet. */
function optionsOf(
  values: readonly string[],
  nameOf: (value: string) => string,
): readonly { readonly value: string; readonly label: string }[] {
  return [...new Set(values)]
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
