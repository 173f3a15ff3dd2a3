import { Button } from '@mantine/core';
import type { ExchangeRow } from '../../shared/contract/exchange.ts';
import { SidePanel } from '../components/index.ts';
import classes from './Exchange.module.css';
import { FateBadge } from './FateBadge.tsx';
import { canBeCopied, writes } from './fates.ts';
import { nameOf } from './row-columns.tsx';
import type { ExchangeState } from './use-exchange.ts';

/** One row with all its problems, or with what would read otherwise. */
export function RowPanel({
  row,
  form,
  state,
  onClose,
}: {
  readonly row: ExchangeRow | null;
  readonly form: 'json' | 'csv';
  readonly state: Pick<ExchangeState, 'leftOut' | 'copies' | 'leave' | 'copy'>;
  readonly onClose: () => void;
}) {
  if (!row) return null;
  const out = state.leftOut.has(row.row);
  const copied = state.copies.has(row.row);
  return (
    <SidePanel
      key={row.row}
      title={nameOf(row)}
      opened
      onClose={onClose}
      footer={
        writes(row) ? (
          <Button variant="default" onClick={() => state.leave([row.row], !out)}>
            {out ? 'Take in again' : 'Leave out'}
          </Button>
        ) : canBeCopied(row) ? (
          <Button variant="default" onClick={() => state.copy([row.row], !copied)}>
            {copied ? 'Pass over' : 'Bring in as a copy'}
          </Button>
        ) : null
      }
    >
      <p className={classes.panelLine}>
        <FateBadge row={row} out={out} copied={copied} /> {row.what === 'module' ? 'Module' : 'Curriculum'},{' '}
        {form === 'csv' ? `line ${row.row} of the file` : `number ${row.row} in the file`}
      </p>
      {row.code && row.title ? <p className={classes.panelTitle}>{row.title}</p> : null}
      {row.problems.length > 0 ? (
        <>
          <h3 className={classes.panelHead}>What is wrong</h3>
          <ul className={classes.problems}>
            {row.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      ) : null}
      {row.changes.length > 0 ? (
        <>
          <h3 className={classes.panelHead}>What would read otherwise</h3>
          <dl className={classes.changes}>
            {row.changes.map(({ field, from, to }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  <del className={classes.from}>
                    <span className={classes.side}>{row.what === 'module' ? 'Now' : 'In the file'}</span>
                    {from}
                  </del>
                  <ins className={classes.to}>
                    <span className={classes.side}>{row.what === 'module' ? 'In the file' : 'Becomes'}</span>
                    {to}
                  </ins>
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {row.drafts.length > 0 ? (
        <>
          <h3 className={classes.panelHead}>Drafts that hold it</h3>
          <ul className={classes.problems}>
            {row.drafts.map((title, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two drafts may have the same title, and the list does not move
              <li key={index}>{title}</li>
            ))}
          </ul>
        </>
      ) : null}
    </SidePanel>
  );
}
