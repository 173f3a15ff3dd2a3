import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { type ClosingModule, closingModules } from '../../../shared/curricula/closing-modules.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { counted, formatMinutes } from '../../../shared/format.ts';
import type { OutlineActs } from '../builder/outline-acts.ts';
import type { Cell } from '../coverage/cells.ts';
import type { Library } from '../library.ts';
import { LEVELS, levelInWords } from '../words.ts';
import classes from './Insight.module.css';

/** Suggestions beyond a handful are better found in the library. */
const SUGGESTED = 4;

/** What the library holds to reach a target that is not attained, each with the press that adds it. */
export function Closing({
  cell,
  found,
  library,
  onAdd,
}: {
  readonly cell: Cell;
  readonly found: Insight;
  readonly library: Library;
  readonly onAdd: OutlineActs['add'];
}) {
  const { closes, offered } = useMemo(() => {
    const inside = new Set(found.placed.map(({ module }) => module.id));
    return closingModules(cell.code, cell, { modules: library.modules, byCode: library.byCode, inside });
  }, [cell, found.placed, library]);
  const elective = cell.possible >= cell.target;
  if (offered.length === 0)
    return (
      <p className={classes.soft}>
        {elective
          ? 'It is reached by electives only: make one of them required, or choose a lower target.'
          : 'No module of the library goes further: choose a lower target, or write a module that teaches it.'}
      </p>
    );
  return (
    <>
      <p className={classes.soft}>
        {closes
          ? `In the library, reaching ${levelInWords(cell.target)}, the shortest first`
          : `No module of the library reaches ${levelInWords(cell.target)}. These go further`}
        {elective ? '; or make one of the electives required' : ''}:
      </p>
      <ul className={classes.giving}>
        {offered.slice(0, SUGGESTED).map((one) => (
          <Offer key={one.module.id} offer={one} onAdd={onAdd} />
        ))}
      </ul>
    </>
  );
}

function Offer({
  offer: { module, level, adds, minutes },
  onAdd,
}: {
  readonly offer: ClosingModule;
  readonly onAdd: OutlineActs['add'];
}) {
  const along = adds.length - 1;
  const required = counted(along, 'module', 'modules');
  return (
    <li>
      <Button
        size="compact-xs"
        variant="default"
        className={classes.act ?? ''}
        aria-label={along === 0 ? `Add ${module.title}` : `Add ${module.title} with ${required} it requires`}
        onClick={() => onAdd(adds)}
      >
        Add
      </Button>
      <span>
        {module.title}
        {along === 0 ? null : (
          <span className={classes.soft}>
            {' '}
            with {required} it requires, {formatMinutes(minutes)} in all
          </span>
        )}
      </span>
      <span className={classes.soft}>
        {LEVELS[level].toLowerCase()}, {formatMinutes(module.minutes)}
      </span>
    </li>
  );
}
