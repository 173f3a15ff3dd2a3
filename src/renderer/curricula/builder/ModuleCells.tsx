import { IconAlertTriangle } from '@tabler/icons-react';
import type { OutlineRow } from '../../../shared/curricula/outline-rows.ts';
import { domainName, formatName } from '../../../shared/curricula/words.ts';
import { formatMinutes } from '../../../shared/format.ts';
import { Grip } from './Grip.tsx';
import classes from './OutlineRow.module.css';
import type { RowContext, RowState } from './row-context.ts';

/** A module in its place: number, what it is, what is wrong with it, its note. */
export function ModuleCells({
  row,
  state,
  context,
}: {
  readonly row: Extract<OutlineRow, { kind: 'module' }>;
  readonly state: RowState;
  readonly context: RowContext;
}) {
  const { note, week } = row.entry;
  const module = context.library.byId.get(row.entry.moduleId);
  if (!module) return <div className={classes.line}>This module is gone. Remove it.</div>;
  return (
    <div className={classes.line}>
      <Grip />
      <span className={classes.number}>{row.number}</span>
      <span className={classes.mark} data-domain={module.domain} title={domainName(module.domain)} />
      <span className={classes.words}>
        <span className={classes.title}>
          {row.group ? <span className={classes.offscreen}>Option of {row.group.title}: </span> : null}
          {module.title}
        </span>
        <span className={classes.facts}>
          {module.code} · {formatName(module.format)}
          {week === null ? '' : ` · Week ${week}`}
          {module.retired ? ' · no longer in the library' : ''}
        </span>
        {state.gap ? (
          <span className={classes.gapLine}>
            <IconAlertTriangle size={14} aria-hidden />
            {state.gap}
          </span>
        ) : null}
        {note && state.editing !== 'note' ? <span className={classes.note}>{note}</span> : null}
      </span>
      <span className={classes.minutes}>{formatMinutes(module.minutes)}</span>
    </div>
  );
}
