import { Button } from '@mantine/core';
import type { ExchangeRehearsal } from '../../shared/contract/exchange.ts';
import { counted, formatCount } from '../../shared/format.ts';
import { FaultNotice } from '../components/index.ts';
import classes from './Exchange.module.css';
import type { ExchangeState } from './use-exchange.ts';

/** Stands at the foot of the screen: that nothing is written yet, and the one step that writes. */
export function ImportFoot({
  state,
  rehearsal,
}: {
  readonly state: ExchangeState;
  readonly rehearsal: ExchangeRehearsal;
}) {
  const { leftOut, copies, refused, applying } = state;
  const { counts, writes } = rehearsal;
  const out = [...writes.new, ...writes.changes].filter((row) => leftOut.has(row)).length;
  const created = writes.new.filter((row) => !leftOut.has(row)).length;
  const changed = writes.changes.filter((row) => !leftOut.has(row)).length;
  const parts = [
    ...(created > 0 ? [`${formatCount(created)} new`] : []),
    ...(changed > 0 ? [`${formatCount(changed)} changed`] : []),
    ...(copies.size > 0 ? [counted(copies.size, 'copy', 'copies')] : []),
  ];
  return (
    <div className={classes.foot}>
      {refused ? (
        <div className={classes.footNotice}>
          <FaultNotice fault={refused} />
          <WayOn state={state} />
        </div>
      ) : null}
      <p className={classes.footWords} role="status">
        <strong>Nothing has been written yet.</strong> {out > 0 ? `${formatCount(out)} left out. ` : ''}
        {counts.error > 0
          ? 'What cannot be imported stays out: correct it in the file and choose the file again.'
          : ''}
      </p>
      <Button onClick={() => void state.apply()} disabled={parts.length === 0} loading={applying}>
        {parts.length === 0 ? 'Nothing to import' : `Import ${inOneLine(parts)}`}
      </Button>
    </div>
  );
}

function inOneLine(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : (parts[0] ?? '');
}

/** What can be done about a refusal: leave out what is named, or look again. */
function WayOn({ state }: { readonly state: ExchangeState }) {
  const { refused } = state;
  if (refused?.code === 'exchange/left-out-needed') {
    const rows = String(refused.details?.['rows'] ?? '')
      .split(',')
      .map(Number)
      .filter((row) => row > 0);
    return (
      <Button variant="default" onClick={() => state.leave(rows, true)}>
        {rows.length === 1 ? 'Leave it out too' : `Leave these ${formatCount(rows.length)} out too`}
      </Button>
    );
  }
  return refused?.code === 'exchange/rehearsal-gone' ? (
    <Button variant="default" onClick={state.lookAgain}>
      Look at the file again
    </Button>
  ) : null;
}
