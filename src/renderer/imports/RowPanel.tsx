import { Button } from '@mantine/core';
import type { RehearsedRow } from '../../shared/contract/people.ts';
import { counted } from '../../shared/format.ts';
import { SidePanel, StatusBadge } from '../components/index.ts';
import { type Decision, fateLabel, fateTone, type ImportPurpose } from './fates.ts';
import { HeldChoices } from './HeldChoices.tsx';
import classes from './Imports.module.css';
import { sessionMinutes } from './minutes.ts';

/** One row in full; a held one is decided here. */
export function RowPanel({
  row,
  purpose,
  deciding,
  onClose,
}: {
  readonly row: RehearsedRow | null;
  readonly purpose: ImportPurpose;
  /** Left out for the rows of an import that was applied: they are only shown. */
  readonly deciding?: {
    readonly decision: Decision | null;
    readonly waiting: readonly RehearsedRow[];
    readonly onDecide: (rows: readonly number[], decision: Decision | null) => void;
  };
  readonly onClose: () => void;
}) {
  if (!row) return null;
  const decision = deciding?.decision ?? null;
  const waits = row.fate === 'held' && row.goesWith === null;
  const others = deciding?.waiting.filter((other) => other.row !== row.row) ?? [];
  return (
    <SidePanel title={row.name || `Row ${row.row}`} opened onClose={onClose}>
      <p className={classes.panelFacts}>
        <StatusBadge tone={decision ? 'good' : fateTone(row.fate)}>
          {decision ? 'Decided' : fateLabel(row.fate, purpose)}
        </StatusBadge>{' '}
        Row {row.row} of the file
      </p>
      {row.email ? <p className={classes.panelLine}>{row.email}</p> : null}
      {row.reason ? <p className={classes.panelLine}>{row.reason}</p> : null}
      {row.detail && purpose !== 'attendance' ? (
        <p className={classes.panelLine}>
          {purpose === 'reflections' ? 'Holds' : 'Recorded as'} {row.detail}
        </p>
      ) : null}
      {row.detail && purpose === 'attendance' ? (
        <ul className={classes.panelMinutes} aria-label="Minutes">
          {sessionMinutes(row.detail).map(({ title, minutes }) => (
            <li key={title}>
              {title}: {minutes} min
            </li>
          ))}
        </ul>
      ) : null}
      {deciding && waits ? (
        <HeldChoices
          key={row.row}
          row={row}
          purpose={purpose}
          decision={decision}
          onDecide={(next) => deciding.onDecide([row.row], next)}
        />
      ) : null}
      {deciding && waits && others.length > 0 ? (
        <div className={classes.alike}>
          <p className={classes.soft}>
            {counted(others.length, 'other row waits', 'other rows wait')} for a decision.
          </p>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() =>
              deciding.onDecide(
                deciding.waiting.map((other) => other.row),
                { choice: 'leave-out', words: 'Left out by decision.' },
              )
            }
          >
            Leave out all that wait
          </Button>
        </div>
      ) : null}
    </SidePanel>
  );
}
