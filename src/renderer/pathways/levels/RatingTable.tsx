import type { LearnerLevel, ShownLevel } from '../../../shared/contract/learners.ts';
import type { Competency } from '../../../shared/contract/modules.ts';
import { DomainBadge } from '../../components/index.ts';
import { LevelChoice } from '../LevelChoice.tsx';
import classes from '../Pathways.module.css';
import { byDomain, LEVELS } from '../words.ts';

/** Every competency with a choice of its level, to be gone through by keyboard. */
export function RatingTable({
  competencies,
  levels,
  ratings,
  onRate,
  onFocus,
}: {
  readonly competencies: readonly Competency[];
  readonly levels: readonly LearnerLevel[];
  readonly ratings: Readonly<Record<string, ShownLevel>>;
  readonly onRate: (code: string, level: ShownLevel | null) => void;
  readonly onFocus: (code: string) => void;
}) {
  const today = new Map(levels.map(({ competencyCode, level }) => [competencyCode, level]));
  return (
    <table className={classes.table} aria-label="Rate each competency" data-middle>
      <thead>
        <tr>
          <th scope="col">Competency</th>
          <th scope="col">Today</th>
          <th scope="col">Level</th>
        </tr>
      </thead>
      {byDomain(competencies).map((group) => (
        <tbody key={group.domain}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={classes.domain}>
              <DomainBadge domain={group.domain} />
            </th>
          </tr>
          {group.competencies.map(({ code, name }) => (
            <tr key={code} onFocus={() => onFocus(code)} onPointerEnter={() => onFocus(code)}>
              <th scope="row">
                <span className={classes.code}>{code}</span> {name}
              </th>
              <td className={classes.tight}>
                <span className={classes.soft}>{LEVELS[today.get(code) ?? 0]}</span>
              </td>
              <td className={classes.tight}>
                <LevelChoice
                  label={`Level of ${code} ${name}`}
                  value={ratings[code] ?? null}
                  onChange={(level) => onRate(code, level)}
                  onClear={() => onRate(code, null)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
