import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import type { CompetencyLevel } from '../../../shared/contract/modules.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { StatusBadge } from '../../components/index.ts';
import type { OutlineActs } from '../builder/outline-acts.ts';
import type { Cell } from '../coverage/cells.ts';
import type { Library } from '../library.ts';
import { LEVELS, levelInWords } from '../words.ts';
import { Closing } from './Closing.tsx';
import classes from './Insight.module.css';
import { ModuleName } from './ModuleName.tsx';

const CHOICES = [0, 1, 2, 3] as const;

/** One competency: its target, what the outline reaches and by which modules, and what would reach more. */
export function CompetencyDetail({
  cell,
  found,
  library,
  heading: Heading,
  onTarget,
  onAdd,
}: {
  readonly cell: Cell;
  readonly found: Insight;
  readonly library: Library;
  /** The level of its heading, one below that of the part it stands in. */
  readonly heading: 'h3' | 'h4';
  readonly onTarget: (target: 0 | CompetencyLevel) => void;
  /** Adds modules to the outline. */
  readonly onAdd: OutlineActs['add'];
}) {
  const id = useId();
  const competency = library.competencies.find(({ code }) => code === cell.code);
  if (!competency) return null;
  const level = cell.target || cell.attained;
  const behavior = level === 0 ? competency.description : competency.levels[level - 1];
  return (
    <div className={classes.competency}>
      <div className={classes.competencyHead}>
        <Heading className={classes.competencyName}>
          <span className={classes.soft}>{cell.code}</span> {cell.name}
        </Heading>
        {cell.target === 0 ? null : (
          <StatusBadge tone={cell.met ? 'good' : 'warning'}>
            {cell.met ? 'Met' : cell.possible >= cell.target ? 'By electives' : 'Not met'}
          </StatusBadge>
        )}
      </div>
      <p className={classes.behavior}>{behavior}</p>
      <div className={classes.targetLine}>
        <span id={id}>Target</span>
        <SegmentedControl
          size="xs"
          aria-labelledby={id}
          data={CHOICES.map((value) => ({ value: String(value), label: LEVELS[value] }))}
          value={String(cell.target)}
          onChange={(value) => {
            const target = CHOICES.find((choice) => String(choice) === value);
            if (target !== undefined) onTarget(target);
          }}
        />
      </div>
      <Giving cell={cell} />
      {!cell.met ? <Closing cell={cell} found={found} library={library} onAdd={onAdd} /> : null}
    </div>
  );
}

function Giving({ cell: { giving, attained, possible } }: { readonly cell: Cell }) {
  if (giving.length === 0) return <p className={classes.soft}>No module of the outline teaches this yet.</p>;
  return (
    <>
      <p className={classes.soft}>
        {possible === attained
          ? `Reaches ${levelInWords(attained)} through`
          : `Every learner reaches ${levelInWords(attained)}, with the right electives ${levelInWords(possible)}, through`}
      </p>
      <ul className={classes.giving}>
        {giving.map(({ placed: { module, number, group }, level }) => (
          <li key={module.id}>
            <span className={classes.number}>{number}</span>
            <span>
              <ModuleName module={module} />
            </span>
            <span className={classes.soft}>
              {group === null ? '' : 'elective, '}
              {LEVELS[level].toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
