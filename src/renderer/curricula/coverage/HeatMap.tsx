import { type KeyboardEvent, useId, useRef } from 'react';
import { domainName } from '../../../shared/curricula/words.ts';
import { byDomain, type Cell, cellInWords, shadeOf } from './cells.ts';
import classes from './HeatMap.module.css';

const LEVELS_FROM_TOP = [3, 2, 1] as const;

/**
 * All competencies at a glance: one column each, three levels, in the colour of the domain. Arrows move; the chosen one
 * is explained by whatever stands below.
 */
export function HeatMap({
  cells,
  chosen,
  onChoose,
}: {
  readonly cells: readonly Cell[];
  readonly chosen: string | null;
  readonly onChoose: (code: string) => void;
}) {
  const map = useRef<HTMLDivElement>(null);
  const id = useId();

  function onKeyDown(event: KeyboardEvent): void {
    const at = cells.findIndex(({ code }) => code === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: cells.length - 1 }[event.key];
    const cell = to === undefined ? undefined : cells[Math.max(0, Math.min(cells.length - 1, to))];
    if (!cell) return;
    event.preventDefault();
    onChoose(cell.code);
    map.current?.querySelector<HTMLElement>(`[data-code="${cell.code}"]`)?.focus();
  }

  return (
    <>
      <div
        ref={map}
        className={classes.map}
        role="listbox"
        aria-label="Competencies by level"
        aria-orientation="horizontal"
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {byDomain(cells).map((group) => (
          <div
            key={group.domain}
            role="group"
            aria-labelledby={`${id} ${group.domain}`}
            className={classes.group}
            style={{ flex: `${group.cells.length} 1 calc(${group.cells.length} * var(--column))` }}
            data-domain={group.domain}
          >
            <div id={`${id} ${group.domain}`} className={classes.domain}>
              {domainName(group.domain)}
            </div>
            <div className={classes.columns}>
              {group.cells.map((cell) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it answers the keys
                <div
                  key={cell.code}
                  role="option"
                  aria-selected={cell.code === chosen}
                  aria-label={cellInWords(cell)}
                  title={cellInWords(cell)}
                  data-code={cell.code}
                  data-unmet={!cell.met || undefined}
                  tabIndex={cell.code === chosen ? 0 : -1}
                  className={classes.column}
                  onClick={() => onChoose(cell.code)}
                >
                  {LEVELS_FROM_TOP.map((level) => (
                    <span
                      key={level}
                      className={classes.level}
                      data-shade={shadeOf(cell, level)}
                      data-level={level}
                      data-target={cell.target === level || undefined}
                    />
                  ))}
                  <span className={classes.code}>{cell.code}</span>
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
      <ul className={classes.legend} aria-label="How to read it">
        <li>
          <span className={classes.level} data-shade="reached" data-level={2} aria-hidden /> reached
        </li>
        <li>
          <span className={classes.level} data-shade="reached" data-level={2} data-target aria-hidden />{' '}
          target met
        </li>
        <li>
          <span className={classes.level} data-shade="asked" data-level={2} data-target aria-hidden /> target
          not met
        </li>
        {cells.some(({ possible, attained }) => possible > attained) ? (
          <li>
            <span className={classes.level} data-shade="possible" data-level={2} aria-hidden /> with the right
            electives
          </li>
        ) : null}
      </ul>
    </>
  );
}
