import { CloseButton, Title } from '@mantine/core';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import type { Module } from '../../../shared/contract/modules.ts';
import { ANY_MODULE, type ModuleFilter, moduleFinder } from '../../../shared/curricula/find-modules.ts';
import { moduleIdsOf } from '../../../shared/curricula/outline.ts';
import { neededFirst, sectionEnd } from '../../../shared/curricula/outline-edits.ts';
import { withPrerequisites } from '../../../shared/curricula/outline-mending.ts';
import type { Anchor } from '../../../shared/curricula/outline-moves.ts';
import { endKey, type Outline } from '../../../shared/curricula/outline-rows.ts';
import { counted } from '../../../shared/format.ts';
import type { Library } from '../library.ts';
import classes from './Library.module.css';
import { LibraryFilters } from './LibraryFilters.tsx';
import { LibraryList } from './LibraryList.tsx';
import { LibraryNone } from './LibraryNone.tsx';
import type { OutlineActs } from './outline-acts.ts';
import type { AddPlace } from './outline-words.ts';
import panes from './Panes.module.css';
import { useLibraryRows } from './use-library-rows.ts';

/** Modules whose words are readied at a time: a millisecond or two of work. */
const READIED_AT_ONCE = 200;

/** All modules that can be taught: search, narrow down, add. */
export function LibraryPane({
  items,
  library,
  place,
  acts,
  onForgetPlace,
}: {
  readonly items: Outline;
  readonly library: Library;
  /** The section or group that is worked on: modules are added to its end. */
  readonly place: AddPlace;
  readonly acts: OutlineActs;
  readonly onForgetPlace: () => void;
}) {
  const heading = useId();
  const [filter, setFilter] = useState<ModuleFilter>(ANY_MODULE);
  const offered = useMemo(() => library.modules.filter(({ retired }) => !retired), [library.modules]);
  const finder = useMemo(() => moduleFinder(offered), [offered]);
  const shown = useMemo(() => finder.find(filter), [finder, filter]);
  const numbers = useMemo(() => new Map(moduleIdsOf(items).map((id, index) => [id, index + 1])), [items]);
  const rows = useLibraryRows(shown);

  // The first letter typed need not wait for the words of the whole library; they are readied while the hands rest.
  useEffect(() => {
    let next = 0;
    const step = (): void => {
      finder.ready(next, next + READIED_AT_ONCE);
      next += READIED_AT_ONCE;
      if (next < offered.length) timer = setTimeout(step);
    };
    let timer = setTimeout(step);
    return () => clearTimeout(timer);
  }, [finder, offered]);

  const add = useCallback(
    (module: Module, withRequired: boolean): void => {
      const modules = withRequired ? withPrerequisites(module, numbers, library.byCode) : [module];
      acts.add(modules, anchorFor(items, modules, place, library));
    },
    [items, numbers, place, library, acts],
  );

  return (
    <section className={panes.pane} aria-labelledby={heading} data-pane="library">
      <div className={panes.paneHead}>
        <Title order={2} id={heading}>
          Library
        </Title>
        <span className={panes.soft} role="status">
          {counted(shown.length, 'module', 'modules')}
        </span>
      </div>
      <LibraryFilters
        modules={offered}
        filter={filter}
        onChange={setFilter}
        onDown={() => rows.focusIndex(0)}
      />
      {place ? (
        <p className={classes.place}>
          Adds to {place.kind === 'group' ? 'the group' : 'the section'} “{place.title}”
          <CloseButton size="xs" aria-label="Add to the end of the outline instead" onClick={onForgetPlace} />
        </p>
      ) : null}
      <LibraryList
        label={heading}
        modules={shown}
        library={library}
        numbers={numbers}
        rows={rows}
        onAdd={add}
        none={<LibraryNone filtered={offered.length > 0} onShowAll={() => setFilter(ANY_MODULE)} />}
      />
    </section>
  );
}

/** The end of the section or group that is worked on; undefined is wherever the modules fit. */
function anchorFor(
  items: Outline,
  modules: readonly Module[],
  place: AddPlace,
  library: Library,
): Anchor | undefined {
  if (place === null) return undefined;
  if (place.kind === 'group') return endKey(place.key);
  // What another module requires goes before that one, whatever the section.
  return neededFirst(items, modules, library.byId) === null ? sectionEnd(items, place.key) : undefined;
}
