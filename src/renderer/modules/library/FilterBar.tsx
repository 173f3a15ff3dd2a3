import { Button, Select, Switch } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import type { Module } from '../../../shared/contract/curricula.ts';
import { DOMAINS } from '../../../shared/contract/primitives.ts';
import {
  AUDIENCES,
  audienceName,
  domainName,
  formatName,
  MODULE_FORMATS,
  TRACKS,
  trackName,
} from '../../../shared/curricula/words.ts';
import { counted } from '../../../shared/format.ts';
import { SearchField } from '../../components/index.ts';
import { type LibraryFilter, WHOLE_LIBRARY } from './kept-filter.ts';
import classes from './Library.module.css';

/** Narrows the library by words, domain, track, format and audience, and says how much is left. */
export function FilterBar({
  modules,
  shown,
  filter,
  onChange,
}: {
  readonly modules: readonly Module[];
  readonly shown: number;
  readonly filter: LibraryFilter;
  readonly onChange: (change: Partial<LibraryFilter>) => void;
}) {
  const retired = modules.filter((module) => module.retired).length;
  const total = filter.retired ? modules.length : modules.length - retired;
  return (
    <section aria-label="Find modules" className={classes.bar}>
      <div className={classes.fields}>
        <div className={classes.search}>
          <SearchField
            value={filter.text}
            onChange={(text) => onChange({ text })}
            label="Find a module"
            placeholder="Title, code, objective or competency"
          />
        </div>
        <Narrow
          label="Domain"
          any="Any domain"
          values={DOMAINS}
          name={domainName}
          value={filter.domain}
          onChange={(domain) => onChange({ domain })}
        />
        <Narrow
          label="Track"
          any="Any track"
          values={TRACKS}
          name={trackName}
          value={filter.track}
          onChange={(track) => onChange({ track })}
        />
        <Narrow
          label="Format"
          any="Any format"
          values={withUsed(
            MODULE_FORMATS,
            modules.map(({ format }) => format),
          )}
          name={formatName}
          value={filter.format}
          onChange={(format) => onChange({ format })}
        />
        <Narrow
          label="Audience"
          any="Any audience"
          values={withUsed(
            AUDIENCES,
            modules.flatMap(({ audience }) => audience),
          )}
          name={audienceName}
          value={filter.audience}
          onChange={(audience) => onChange({ audience })}
        />
      </div>
      <div className={classes.state}>
        <span role="status">
          {shown === total
            ? counted(shown, 'module', 'modules')
            : `${shown} of ${counted(total, 'module', 'modules')}`}
        </span>
        {isNarrowed(filter) ? (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconFilterOff size={16} aria-hidden />}
            onClick={() => onChange({ ...WHOLE_LIBRARY, retired: filter.retired })}
          >
            Clear filters
          </Button>
        ) : null}
        <Switch
          className={classes.retired ?? ''}
          size="sm"
          label={retired > 0 ? `Show retired (${retired})` : 'Show retired'}
          checked={filter.retired}
          onChange={(event) => onChange({ retired: event.currentTarget.checked })}
        />
      </div>
    </section>
  );
}

/** Whether anything but the retired ones is left out. */
export function isNarrowed(filter: LibraryFilter): boolean {
  return (
    filter.text.trim() !== '' ||
    filter.domain !== null ||
    filter.track !== null ||
    filter.format !== null ||
    filter.audience !== null
  );
}

function Narrow<V extends string>({
  label,
  any,
  values,
  name,
  value,
  onChange,
}: {
  readonly label: string;
  readonly any: string;
  readonly values: readonly V[];
  readonly name: (value: V) => string;
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
}) {
  return (
    <Select
      className={classes.narrow ?? ''}
      aria-label={label}
      placeholder={any}
      data={values.map((option) => ({ value: option, label: name(option) }))}
      value={value}
      onChange={(chosen) => onChange(values.find((option) => option === chosen) ?? null)}
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label.toLowerCase()}` }}
      data-narrowed={value === null ? undefined : true}
    />
  );
}

/** The usual values, then those that only the office's own modules use. */
function withUsed(usual: readonly string[], used: readonly string[]): readonly string[] {
  return [...new Set([...usual, ...used.toSorted()])];
}
