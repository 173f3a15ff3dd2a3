import { SegmentedControl } from '@mantine/core';
import type { Competency, CompetencyLevel } from '../../../shared/contract/modules.ts';
import { DomainBadge, StatusBadge } from '../../components/index.ts';
import { byDomain, type Cell } from '../coverage/cells.ts';
import { LEVELS } from '../words.ts';
import classes from './About.module.css';

const CHOICES = [0, 1, 2, 3] as const;

/** Every competency with its target to choose and what the outline reaches. */
export function TargetTable({
  cells,
  competencies,
  onTarget,
}: {
  readonly cells: readonly Cell[];
  readonly competencies: readonly Competency[];
  readonly onTarget: (cell: Cell, target: 0 | CompetencyLevel) => void;
}) {
  return (
    <table className={classes.targets} aria-label="Targets">
      <thead>
        <tr>
          <th scope="col">Competency</th>
          <th scope="col">Target</th>
          <th scope="col">Reached</th>
        </tr>
      </thead>
      {byDomain(cells).map((group) => (
        <tbody key={group.domain}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={classes.domain}>
              <DomainBadge domain={group.domain} />
            </th>
          </tr>
          {group.cells.map((cell) => (
            <tr key={cell.code}>
              <th scope="row">
                <span className={classes.code}>{cell.code}</span> {cell.name}
                <div className={classes.soft}>{behaviourOf(cell, competencies)}</div>
              </th>
              <td>
                <SegmentedControl
                  size="xs"
                  aria-label={`Target of ${cell.code} ${cell.name}`}
                  data={CHOICES.map((value) => ({ value: String(value), label: LEVELS[value] }))}
                  value={String(cell.target)}
                  onChange={(value) => {
                    const target = CHOICES.find((choice) => String(choice) === value);
                    if (target !== undefined) onTarget(cell, target);
                  }}
                />
              </td>
              <td>
                {cell.target === 0 ? (
                  <span className={classes.soft}>{LEVELS[cell.attained]}</span>
                ) : (
                  <StatusBadge tone={cell.met ? 'good' : 'warning'}>
                    {LEVELS[cell.attained]}
                    {cell.possible > cell.attained ? `, ${LEVELS[cell.possible]} by electives` : ''}
                  </StatusBadge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** What someone at the target level does; without a target, what the competency is. */
function behaviourOf(cell: Cell, competencies: readonly Competency[]): string {
  const competency = competencies.find(({ code }) => code === cell.code);
  if (!competency) return '';
  return (cell.target === 0 ? null : competency.levels[cell.target - 1]) ?? competency.description;
}
