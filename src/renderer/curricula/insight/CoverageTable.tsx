import { IconTarget } from '@tabler/icons-react';
import { DomainBadge, StatusBadge } from '../../components/index.ts';
import { byDomain, type Cell, shadeOf } from '../coverage/cells.ts';
import { LEVELS } from '../words.ts';
import classes from './InsightTab.module.css';

const COLUMNS = [1, 2, 3] as const;
/** So many numbers of modules stand in one field; all are listed beside the table and in the copy of it. */
const LISTED = 12;

/** Every competency by level: the target, what is reached, and the numbers of the modules that give each level. */
export function CoverageTable({
  cells,
  chosen,
  onChoose,
}: {
  readonly cells: readonly Cell[];
  readonly chosen: string | null;
  readonly onChoose: (code: string) => void;
}) {
  return (
    <table className={classes.table} aria-label="Competencies by level, with the modules that give them">
      <thead>
        <tr>
          <th scope="col">Competency</th>
          <th scope="col">Target</th>
          {COLUMNS.map((level) => (
            <th key={level} scope="col">
              {level} {LEVELS[level]}
            </th>
          ))}
        </tr>
      </thead>
      {byDomain(cells).map((group) => (
        <tbody key={group.domain} className={classes.group} data-domain={group.domain}>
          <tr>
            <th scope="rowgroup" colSpan={5} className={classes.domain}>
              <DomainBadge domain={group.domain} />
            </th>
          </tr>
          {group.cells.map((cell) => (
            <tr key={cell.code}>
              <th scope="row">
                <button
                  type="button"
                  className={classes.choose}
                  aria-pressed={cell.code === chosen}
                  onClick={() => onChoose(cell.code)}
                >
                  <span className={classes.code}>{cell.code}</span>
                  {cell.name}
                </button>
              </th>
              <td className={classes.standing}>
                <Standing cell={cell} />
              </td>
              {COLUMNS.map((level) => (
                <LevelCell key={level} cell={cell} level={level} />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Standing({ cell: { target, met, possible } }: { readonly cell: Cell }) {
  if (target === 0) return <span>–</span>;
  if (met) return <StatusBadge tone="good">{LEVELS[target]}</StatusBadge>;
  return (
    <StatusBadge tone={possible >= target ? 'info' : 'warning'}>
      {LEVELS[target]}
      {possible >= target ? ', by electives' : ', not met'}
    </StatusBadge>
  );
}

function LevelCell({ cell, level }: { readonly cell: Cell; readonly level: 1 | 2 | 3 }) {
  const own = cell.giving.filter((one) => one.level === level);
  const shade = shadeOf(cell, level);
  return (
    <td
      className={classes.cell}
      data-shade={shade}
      title={own.map(({ placed }) => `${placed.number} ${placed.module.title}`).join('\n')}
    >
      {own
        .slice(0, LISTED)
        .map(({ placed }) => `${placed.number}${placed.group === null ? '' : 'e'}`)
        .join(', ')}
      {own.length > LISTED ? ` and ${own.length - LISTED} more` : ''}
      {cell.target === level ? (
        <IconTarget size={14} className={classes.aim} role="img" aria-label="target" />
      ) : null}
    </td>
  );
}
