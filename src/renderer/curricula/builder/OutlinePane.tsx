import { Droppable } from '@hello-pangea/dnd';
import { useId, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import type { PrerequisiteGap } from '../../../shared/curricula/insight.ts';
import {
  itemsUnder,
  type Outline,
  type OutlineRow as Row,
  type RowKey,
} from '../../../shared/curricula/outline-rows.ts';
import type { Library } from '../library.ts';
import classes from './Outline.module.css';
import { OutlineEmpty } from './OutlineEmpty.tsx';
import { OutlineFoot } from './OutlineFoot.tsx';
import { OutlineHead } from './OutlineHead.tsx';
import { OutlineRow } from './OutlineRow.tsx';
import { OUTLINE, type OutlineActs } from './outline-acts.ts';
import { onOutlineKey } from './outline-keys.ts';
import { partInWords } from './outline-words.ts';
import panes from './Panes.module.css';
import type { RowContext, RowState } from './row-context.ts';
import { meant } from './selection.ts';
import type { OutlineView } from './use-outline-view.ts';

/** The curriculum as it is taught: sections, required modules, groups of electives, notes. */
export function OutlinePane({
  items,
  rows,
  hidden,
  gaps,
  weeks,
  library,
  acts,
  view,
}: {
  readonly items: Outline;
  readonly rows: readonly Row[];
  /** Rows that go along unseen with the head that is dragged. */
  readonly hidden: ReadonlySet<RowKey>;
  readonly gaps: readonly PrerequisiteGap[];
  /** Weeks of the schedule; null while that is open. */
  readonly weeks: number | null;
  readonly library: Library;
  readonly acts: OutlineActs;
  readonly view: OutlineView;
}) {
  const [, navigate] = useLocation();
  const heading = useId();
  const now = useRef({ selection: view.selection, items, weeks });
  now.current = { selection: view.selection, items, weeks };
  const context = useMemo(
    (): RowContext => ({ acts, view: view.does, library, now: () => now.current }),
    [acts, view.does, library],
  );
  const gapWords = useMemo(() => gapsInWords(gaps), [gaps]);
  const shown = hidden.size === 0 ? rows : rows.filter(({ key }) => !hidden.has(key));
  const along = view.lifted === null || view.lifted === 'library' ? null : meant(view.selection, view.lifted);

  function stateOf(row: Row): RowState {
    const code = row.kind === 'module' ? library.byId.get(row.entry.moduleId)?.code : undefined;
    const chosen = view.selection.chosen.has(row.key);
    return {
      stop: row.key === view.stop,
      chosen,
      together: chosen ? view.selection.chosen.size : 1,
      goesAlong: along?.has(row.key) ?? false,
      editing: view.editing?.key === row.key ? view.editing.part : null,
      menu: view.menu === row.key,
      gap: (code === undefined ? undefined : gapWords.get(code)) ?? null,
      summary: row.kind === 'section' ? partInWords(itemsUnder(items, row.section.key), library.byId) : '',
    };
  }

  return (
    <section className={panes.pane} aria-labelledby={heading} data-pane="outline">
      <OutlineHead heading={heading} items={items} view={view} acts={acts} />
      <Droppable droppableId={OUTLINE}>
        {(drop, { isDraggingOver }) => (
          <div
            ref={(element) => {
              drop.innerRef(element);
              view.list.current = element;
            }}
            {...drop.droppableProps}
            className={panes.scroll}
            data-over={isDraggingOver || undefined}
          >
            {rows.length === 0 ? (
              isDraggingOver ? null : (
                <OutlineEmpty />
              )
            ) : (
              <div
                role="grid"
                aria-labelledby={heading}
                aria-multiselectable
                className={classes.rows}
                data-lifting={view.lifted !== null || undefined}
                onKeyDown={(event) =>
                  onOutlineKey(event, { rows, view, acts, openModule: (id) => navigate(`/modules/${id}`) })
                }
              >
                {shown.map((row, index) => (
                  <OutlineRow key={row.key} row={row} index={index} state={stateOf(row)} context={context} />
                ))}
              </div>
            )}
            {drop.placeholder}
          </div>
        )}
      </Droppable>
      {rows.length === 0 ? null : <OutlineFoot items={items} view={view} acts={acts} />}
    </section>
  );
}

/** What is wrong with the prerequisites of each module, by its code. */
function gapsInWords(gaps: readonly PrerequisiteGap[]): ReadonlyMap<string, string> {
  const byModule = Map.groupBy(gaps, ({ moduleCode }) => moduleCode);
  return new Map([...byModule].map(([code, own]) => [code, gapInWords(own)]));
}

/** `M-F05, M-C05 have to come first`; `M-C02 is only an elective`. */
function gapInWords(gaps: readonly PrerequisiteGap[]): string {
  const isElective = ({ kind }: PrerequisiteGap): boolean => kind === 'elective';
  const codes = (some: readonly PrerequisiteGap[]): string =>
    some.map(({ prerequisite }) => prerequisite).join(', ');
  const first = gaps.filter((gap) => !isElective(gap));
  const optional = gaps.filter(isElective);
  return [
    ...(first.length === 0 ? [] : [`${codes(first)} ${first.length === 1 ? 'has' : 'have'} to come first`]),
    ...(optional.length === 0
      ? []
      : [`${codes(optional)} ${optional.length === 1 ? 'is' : 'are'} only elective`]),
  ].join('; ');
}
