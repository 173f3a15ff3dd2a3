import type { Competency } from '../../../shared/contract/modules.ts';
import type { SavedPathway } from '../../../shared/contract/pathways.ts';
import { formatShortDate } from '../../../shared/format.ts';
import { LevelBar } from '../LevelBar.tsx';
import classes from '../Pathways.module.css';
import { basisLabel } from '../words.ts';

/** The levels that a saved pathway rests on: those that were known when it was saved. */
export function LevelsUsed({
  saved,
  competencies,
}: {
  readonly saved: SavedPathway;
  readonly competencies: readonly Competency[];
}) {
  const names = new Map(competencies.map(({ code, name }) => [code, name]));
  const known = saved.levels.filter(({ basis }) => basis !== null);
  if (known.length === 0)
    return <p className={classes.soft}>Nothing was on record: every level counted as none.</p>;
  return (
    <table className={classes.table} aria-label="Levels then">
      <tbody>
        {known.map(({ competencyCode, level, basis, datedOn }) => (
          <tr key={competencyCode}>
            <th scope="row">
              <span className={classes.code}>{competencyCode}</span> {names.get(competencyCode) ?? ''}
              <div className={classes.soft}>
                {basisLabel(basis)}
                {datedOn ? `, ${formatShortDate(datedOn)}` : ''}
              </div>
            </th>
            <td className={classes.tight}>
              <LevelBar level={level} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
