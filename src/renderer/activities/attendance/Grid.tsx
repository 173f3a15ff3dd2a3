import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useId, useMemo, useRef, useState } from 'react';
import type { AttendanceGrid, Session } from '../../../shared/contract/activities.ts';
import { counted } from '../../../shared/format.ts';
import { showFault } from '../../api/index.ts';
import { useFillHeight } from '../../components/index.ts';
import { CellHistory } from './CellHistory.tsx';
import classes from './Grid.module.css';
import { GridHead } from './GridHead.tsx';
import { GridRowView } from './GridRow.tsx';
import { type Cell, cellsIn, moved, rangeBetween, toggled } from './selection.ts';
import type { Mark } from './use-marks.ts';

export type GridRow = AttendanceGrid['rows'][number];

/** Height of a row and width of a column in pixels, as in `Grid.module.css`; the library needs them as numbers. */
const ROW_HEIGHT = 36;
const COLUMN_WIDTH = 128;
/** What always stays in view: the headings above, name and total at the left. */
const HEAD_HEIGHT = 80;
const FIXED_WIDTH = 304;
const PAGE_ROWS = 12;

/** What marks of a whole range become. */
export type Outcome = 'present' | 'absent' | 'clear' | number;

/**
 * People × sessions for keyboard and mouse. Arrows move, Shift extends, Space toggles present and absent, P and A say
 * which, digits type minutes, Delete clears, H shows what a cell has been. A click toggles; Shift and a click select.
 */
export function Grid({
  sessions,
  rows,
  everyone,
  minutesOf,
  onMark,
  onFlush,
}: {
  readonly sessions: readonly Session[];
  /** The people shown. */
  readonly rows: readonly GridRow[];
  /** Everybody enrolled: what the figures in the headings count. */
  readonly everyone: readonly GridRow[];
  readonly minutesOf: (row: GridRow, column: number) => number | null;
  readonly onMark: (marks: readonly Mark[]) => void;
  readonly onFlush: () => void;
}) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Cell | null>(null);
  const [typed, setTyped] = useState('');
  const [menuColumn, setMenuColumn] = useState<number | null>(null);
  const [historyOf, setHistoryOf] = useState<Cell | null>(null);

  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollPaddingEnd: HEAD_HEIGHT,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: sessions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN_WIDTH,
    overscan: 4,
    scrollPaddingEnd: FIXED_WIDTH,
  });
  const columns = across.getVirtualItems();
  const items = down.getVirtualItems();
  const range = rangeBetween(anchor ?? active, active);
  const selected = cellsIn(range);
  const width = across.getTotalSize();
  const fill = useFillHeight(scroller);

  const present = useMemo(
    () => sessions.map((_, column) => everyone.filter((row) => (minutesOf(row, column) ?? 0) > 0).length),
    [sessions, everyone, minutesOf],
  );

  /** Moves on once what was typed is recorded; false when that is refused. */
  function goTo(cell: Cell, extend: boolean): boolean {
    if (!commitTyped()) return false;
    setAnchor(extend ? (anchor ?? active) : null);
    setActive(cell);
    if (cell.row >= 0) down.scrollToIndex(cell.row, { align: 'auto' });
    across.scrollToIndex(cell.column, { align: 'auto' });
    return true;
  }

  function markRange(target: ReturnType<typeof rangeBetween>, outcome: Outcome): void {
    const marks = rows.slice(target.top, target.bottom + 1).flatMap((row) =>
      sessions.slice(target.left, target.right + 1).flatMap((session, offset): readonly Mark[] => {
        const minutes = minutesFor(outcome, session);
        if (minutesOf(row, target.left + offset) === minutes) return [];
        return [{ enrolmentId: row.enrolmentId, sessionId: session.id, minutes }];
      }),
    );
    if (marks.length > 0) onMark(marks);
  }

  function markColumn(column: number, outcome: Outcome): void {
    markRange({ top: 0, bottom: rows.length - 1, left: column, right: column }, outcome);
  }

  function toggle(target: typeof range): void {
    const minutes = rows
      .slice(target.top, target.bottom + 1)
      .flatMap((row) =>
        sessions.slice(target.left, target.right + 1).map((_, i) => minutesOf(row, target.left + i)),
      );
    markRange(target, toggled(minutes));
  }

  /** Records the typed minutes; false when they cannot be, and says why: the place stays where it is. */
  function commitTyped(): boolean {
    if (typed === '') return true;
    setTyped('');
    const minutes = Number(typed);
    const tooShort = sessions.slice(range.left, range.right + 1).find((session) => session.minutes < minutes);
    if (!tooShort) {
      markRange(range, minutes);
      return true;
    }
    showFault({
      code: 'attendance/too-many-minutes',
      message: `“${tooShort.title}” lasts ${tooShort.minutes} minutes, so ${minutes} cannot be recorded. Type ${tooShort.minutes} or less.`,
    });
    return false;
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    // Keys pressed in an open menu belong to the menu.
    if (event.target !== event.currentTarget) return;
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === 'z') {
      // What is gathered goes first, so that it is what the window's Undo takes back.
      onFlush();
      return;
    }
    const to = moved(active, event.key, control, rows.length, sessions.length, PAGE_ROWS);
    if (to) goTo(to, event.shiftKey && to.row >= 0);
    else if (active.row < 0 && (event.key === 'Enter' || event.key === ' ')) setMenuColumn(active.column);
    else if (active.row < 0) return;
    else if (control && event.key.toLowerCase() === 'a') {
      setAnchor({ row: 0, column: 0 });
      setActive({ row: rows.length - 1, column: sessions.length - 1 });
    } else if (control || event.altKey) return;
    else if (/^\d$/.test(event.key)) setTyped((text) => (text + event.key).slice(0, 4));
    else if (event.key === 'Backspace' && typed !== '') setTyped((text) => text.slice(0, -1));
    else if (event.key === 'Escape' && (typed !== '' || anchor)) {
      setTyped('');
      setAnchor(null);
    } else if (event.key === 'Enter') {
      if (typed === '') toggle(range);
      else goTo(moved(active, 'ArrowDown', false, rows.length, sessions.length, PAGE_ROWS) ?? active, false);
    } else if (event.key === ' ') toggle(range);
    else if (event.key.toLowerCase() === 'p') markRange(range, 'present');
    else if (event.key.toLowerCase() === 'a') markRange(range, 'absent');
    else if (event.key === 'Delete' || event.key === 'Backspace') markRange(range, 'clear');
    else if (event.key.toLowerCase() === 'h') setHistoryOf(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onClick(event: MouseEvent): void {
    const found = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
    if (!found) return;
    const cell = { row: Number(found.dataset['row']), column: Number(found.dataset['column']) };
    if (goTo(cell, event.shiftKey) && !event.shiftKey) toggle(rangeBetween(cell, cell));
  }

  const activeShown = active.row < 0 || items.some(({ index }) => index === active.row);
  const historyRow = historyOf ? rows[historyOf.row] : undefined;
  const historySession = historyOf ? sessions[historyOf.column] : undefined;

  return (
    <>
      <div className={classes.help}>
        {selected > 1 ? (
          <>
            <strong>{counted(selected, 'cell', 'cells')} selected</strong>
            <Button size="compact-sm" variant="default" onClick={() => markRange(range, 'present')}>
              Present
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => markRange(range, 'absent')}>
              Absent
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => markRange(range, 'clear')}>
              Clear
            </Button>
          </>
        ) : (
          <span>
            Click or Space: present or absent. Digits: minutes. Delete: clear. Shift: select. H: history.
          </span>
        )}
      </div>
      <div
        ref={scroller}
        className={classes.scroller}
        style={{ maxHeight: fill }}
        role="grid"
        aria-label="Attendance"
        aria-describedby={`${id}-help`}
        aria-rowcount={rows.length + 1}
        aria-colcount={sessions.length + 2}
        aria-multiselectable
        aria-activedescendant={activeShown ? `${id}-${active.row}-${active.column}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={commitTyped}
      >
        <GridHead
          id={id}
          sessions={sessions}
          columns={columns}
          width={width}
          present={present}
          people={everyone.length}
          activeColumn={active.row < 0 ? active.column : null}
          menuColumn={menuColumn}
          onMenu={(column) => {
            setMenuColumn(column);
            if (column === null) scroller.current?.focus();
          }}
          onMarkColumn={markColumn}
          filtered={rows.length < everyone.length}
        />
        {/* One listener for all cells: rows that stay the same are not drawn again. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it answers the keys for the active cell */}
        <div
          role="rowgroup"
          className={classes.body}
          onClick={onClick}
          style={{ height: down.getTotalSize(), width: FIXED_WIDTH + width }}
        >
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <GridRowView
                key={row.enrolmentId}
                id={id}
                row={row}
                index={item.index}
                start={item.start}
                sessions={sessions}
                columns={columns}
                width={width}
                minutesOf={minutesOf}
                active={active.row === item.index ? active.column : null}
                typed={active.row === item.index ? typed : ''}
                range={selected > 1 ? range : null}
              />
            );
          })}
        </div>
      </div>
      <p id={`${id}-help`} className={classes.offscreen}>
        Arrow keys move, Shift with an arrow selects, Space toggles present and absent, P marks present, A
        absent, digits type minutes, Delete clears, H shows what a cell has been. From the headings, Enter
        opens the menu of a session.
      </p>
      {historyRow && historySession ? (
        <CellHistory
          row={historyRow}
          session={historySession}
          onClose={() => {
            setHistoryOf(null);
            scroller.current?.focus();
          }}
        />
      ) : null}
    </>
  );
}

function minutesFor(outcome: Outcome, session: Session): number | null {
  switch (outcome) {
    case 'present':
      return session.minutes;
    case 'absent':
      return 0;
    case 'clear':
      return null;
    default:
      return outcome;
  }
}
