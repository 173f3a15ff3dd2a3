import type { Competency } from '../../../shared/contract/modules.ts';
import type { TargetLine } from '../../../shared/contract/pathway-answer.ts';
import { StatusBadge } from '../../components/index.ts';
import { LevelBar } from '../LevelBar.tsx';
import classes from '../Pathways.module.css';
import { LEVELS } from '../words.ts';

/** Each target: today, wanted, reached, and by which modules. */
export function TargetLines({
  lines,
  competencies,
}: {
  readonly lines: readonly TargetLine[];
  readonly competencies: readonly Pick<Competency, 'code'>[];
}) {
  const place = new Map(competencies.map(({ code }, index) => [code, index]));
  const inOrder = lines.toSorted(
    (a, b) => (place.get(a.competencyCode) ?? 0) - (place.get(b.competencyCode) ?? 0),
  );
  return (
    <div className={classes.scrolls}>
      <table className={classes.table} aria-label="Targets reached">
        <thead>
          <tr>
            <th scope="col">Competency</th>
            <th scope="col">Today</th>
            <th scope="col">Target</th>
            <th scope="col">Reached</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map((line) => (
            <tr key={line.competencyCode}>
              <th scope="row">
                <span className={classes.code}>{line.competencyCode}</span> {line.name}
              </th>
              <td className={classes.tight}>{LEVELS[line.current]}</td>
              <td className={classes.tight}>{LEVELS[line.target]}</td>
              <td className={classes.tight}>
                <LevelBar level={line.reached} target={line.target} />
              </td>
              <td>
                {line.by.length > 0 ? (
                  line.by.join(', ')
                ) : (
                  <span className={classes.soft}>{byNoModule(line)}</span>
                )}
                {line.otherDomain ? (
                  <div>
                    <StatusBadge tone="warning">Only from another domain</StatusBadge>
                  </div>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function byNoModule({ current, target }: TargetLine): string {
  return current >= target ? 'Shown already' : '–';
}
