import type { RehearsedRow } from '../../shared/contract/people.ts';
import { type Column, StatusBadge } from '../components/index.ts';
import { type Decision, decidingRow, FATES, fateLabel, fateTone, type ImportPurpose } from './fates.ts';
import classes from './Imports.module.css';
import { sessionMinutes } from './minutes.ts';

/** Credentials, profession and specialty: the profession decides who gets which credit. */
const RECORDED_AS: Column<RehearsedRow> = {
  id: 'recorded',
  header: 'Recorded as',
  width: 'minmax(120px, 1.2fr)',
  sortValue: ({ detail }) => detail,
  cell: ({ detail }) => (
    <span className={classes.reason} title={detail}>
      {detail}
    </span>
  ),
};

/** Columns of a table of rows: where in the file, what becomes of it, whom it names, why. */
export function rowColumns(
  purpose: ImportPurpose,
  decisions: ReadonlyMap<number, Decision>,
): readonly Column<RehearsedRow>[] {
  const minutes: Column<RehearsedRow> = {
    id: 'minutes',
    header: 'Minutes',
    width: 'minmax(120px, 1.2fr)',
    sortValue: ({ detail }) => sessionMinutes(detail).reduce((sum, { minutes: own }) => sum + own, 0),
    cell: ({ detail }) => {
      const parts = sessionMinutes(detail);
      const [only] = parts;
      if (!only) return null;
      return (
        <div className={classes.twoLines} title={detail}>
          <span>{parts.reduce((sum, part) => sum + part.minutes, 0)} min</span>
          <span className={classes.soft}>
            {parts.length === 1 ? only.title : `in ${parts.length} sessions`}
          </span>
        </div>
      );
    },
  };
  return [
    {
      id: 'row',
      header: 'Row',
      width: 56,
      align: 'right',
      sortValue: ({ row }) => row,
      cell: ({ row }) => row,
    },
    {
      id: 'fate',
      header: 'Becomes',
      width: 164,
      sortValue: ({ fate }) => FATES.indexOf(fate),
      cell: ({ fate, ...row }) =>
        decisions.has(decidingRow(row)) ? (
          <StatusBadge tone="good">Decided</StatusBadge>
        ) : (
          <StatusBadge tone={fateTone(fate)}>{fateLabel(fate, purpose)}</StatusBadge>
        ),
    },
    {
      id: 'name',
      header: 'Name and e-mail',
      width: 'minmax(150px, 1.2fr)',
      sortValue: ({ name }) => name,
      cell: ({ name, email }) => (
        <div className={classes.twoLines}>
          <span className={classes.strong} title={name}>
            {name}
          </span>
          {email ? (
            <span className={classes.soft} title={email}>
              {email}
            </span>
          ) : null}
        </div>
      ),
    },
    purpose === 'attendance'
      ? minutes
      : purpose === 'reflections'
        ? { ...RECORDED_AS, header: 'Holds' }
        : RECORDED_AS,
    {
      id: 'reason',
      header: 'Why',
      width: 'minmax(140px, 1.8fr)',
      sortValue: ({ reason }) => reason,
      cell: ({ reason, ...row }) => {
        const words = decisions.get(decidingRow(row))?.words ?? reason;
        return (
          <span className={classes.reason} title={words}>
            {words}
          </span>
        );
      },
    },
  ];
}
