import { Droppable } from '@hello-pangea/dnd';
import { Button, Select, Title } from '@mantine/core';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Module } from '../../../shared/contract/curricula.ts';
import { DOMAINS } from '../../../shared/contract/primitives.ts';
import { ANY_MODULE, findModules, type ModuleFilter } from '../../../shared/curricula/find-modules.ts';
import { audienceName, domainName, formatName, TRACKS, trackName } from '../../../shared/curricula/words.ts';
import { counted } from '../../../shared/format.ts';
import { SearchField } from '../../components/index.ts';
import classes from './Builder.module.css';
import { LibraryRow } from './LibraryRow.tsx';
import { LIBRARY } from './outline-acts.ts';
import { useRows } from './use-rows.ts';

/** All modules that can be taught: search, narrow down, add. */
export function LibraryPane({
  modules,
  outline,
  onAdd,
}: {
  readonly modules: readonly Module[];
  readonly outline: readonly Module[];
  readonly onAdd: (module: Module) => void;
}) {
  const heading = useId();
  const [filter, setFilter] = useState<ModuleFilter>(ANY_MODULE);
  const [opened, setOpened] = useState<number | null>(null);
  const wanted = useDeferredValue(filter);
  const offered = useMemo(() => modules.filter(({ retired }) => !retired), [modules]);
  const shown = useMemo(() => findModules(offered, wanted), [offered, wanted]);
  const places = useMemo(() => new Map(outline.map(({ id }, index) => [id, index + 1])), [outline]);
  const rows = useRows(shown.map(({ id }) => id));
  const filtered = filter !== ANY_MODULE && Object.values(filter).some(Boolean);

  function onKeyDown(event: KeyboardEvent): void {
    const id = rows.rowOf(event);
    const module = shown.find((candidate) => candidate.id === id);
    if (!module || rows.onArrow(event)) return;
    if (event.key === 'Enter') onAdd(module);
    else if (event.key === ' ') setOpened(opened === module.id ? null : module.id);
    else return;
    event.preventDefault();
  }

  return (
    <section className={classes.pane} aria-labelledby={heading}>
      <div className={classes.paneHead}>
        <Title order={2} id={heading}>
          Library
        </Title>
        <span className={classes.soft} role="status">
          {counted(shown.length, 'module', 'modules')}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow leads from the field to what it found */}
      <div
        className={classes.filters}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || !(event.target instanceof HTMLInputElement)) return;
          if (event.target.type !== 'search') return;
          event.preventDefault();
          rows.focusIndex(0);
        }}
      >
        <div className={classes.searchField}>
          <SearchField
            value={filter.text}
            onChange={(text) => setFilter({ ...filter, text })}
            label="Find a module"
          />
        </div>
        <Narrow
          label="Domain"
          options={DOMAINS.map((value) => ({ value, label: domainName(value) }))}
          value={filter.domain}
          onChange={(domain) => setFilter({ ...filter, domain })}
        />
        <Narrow
          label="Track"
          options={TRACKS.map((value) => ({ value, label: trackName(value) }))}
          value={filter.track}
          onChange={(track) => setFilter({ ...filter, track })}
        />
        <Narrow
          label="Format"
          options={useOptions(offered, (module) => [module.format], formatName)}
          value={filter.format}
          onChange={(format) => setFilter({ ...filter, format })}
        />
        <Narrow
          label="Audience"
          options={useOptions(offered, (module) => module.audience, audienceName)}
          value={filter.audience}
          onChange={(audience) => setFilter({ ...filter, audience })}
        />
      </div>
      <Droppable droppableId={LIBRARY} isDropDisabled>
        {(drop) => (
          <div
            ref={(element) => {
              drop.innerRef(element);
              rows.list.current = element;
            }}
            {...drop.droppableProps}
            className={classes.scroll}
          >
            {shown.length === 0 ? (
              <div className={classes.noneFound}>
                <p>
                  {filtered ? 'No module fits this search.' : 'The library is empty. Write a module first.'}
                </p>
                {filtered ? (
                  <Button variant="default" size="compact-sm" onClick={() => setFilter(ANY_MODULE)}>
                    Show all modules
                  </Button>
                ) : (
                  <Button component={Link} href="/modules/new" variant="default" size="compact-sm">
                    New module
                  </Button>
                )}
              </div>
            ) : (
              <div role="grid" aria-labelledby={heading} onKeyDown={onKeyDown}>
                {shown.map((module, index) => (
                  <LibraryRow
                    key={module.id}
                    module={module}
                    index={index}
                    place={places.get(module.id) ?? null}
                    stop={module.id === rows.stop}
                    opened={module.id === opened}
                    onFocus={() => rows.onFocusRow(module.id)}
                    onToggle={() => setOpened(opened === module.id ? null : module.id)}
                    onAdd={() => onAdd(module)}
                  />
                ))}
              </div>
            )}
            <div className={classes.hidden}>{drop.placeholder}</div>
          </div>
        )}
      </Droppable>
    </section>
  );
}

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
function useOptions(
  modules: readonly Module[],
  valuesOf: (module: Module) => readonly string[],
  nameOf: (value: string) => string,
): readonly { readonly value: string; readonly label: string }[] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the way to the values never changes
  return useMemo(
    () =>
      [...new Set(modules.flatMap(valuesOf))]
        .map((value) => ({ value, label: nameOf(value) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [modules],
  );
}
