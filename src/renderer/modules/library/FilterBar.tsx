import { Button, Switch } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconFilterOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Module } from '../../../shared/contract/modules.ts';
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
import { furtherFilters, MoreFilters } from './MoreFilters.tsx';
import { Narrow, withUsed } from './Narrow.tsx';

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
  const [more, setMore] = useState<boolean | null>(null);
  const further = furtherFilters(filter);
  // Filters that are at work are seen, until somebody closes them.
  const open = more ?? further > 0;
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
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          aria-expanded={open}
          onClick={() => setMore(!open)}
        >
          {further > 0 && !open ? `More filters (${further})` : 'More filters'}
        </Button>
      </div>
      {open ? <MoreFilters modules={modules} filter={filter} onChange={onChange} /> : null}
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
    filter.audience !== null ||
    furtherFilters(filter) > 0
  );
}
