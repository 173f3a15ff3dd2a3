import { Kbd } from '@mantine/core';
import type { Outline } from '../../../shared/curricula/outline-rows.ts';
import classes from './Outline.module.css';
import type { OutlineActs } from './outline-acts.ts';
import { SelectionBar } from './SelectionBar.tsx';
import type { OutlineView } from './use-outline-view.ts';

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['Alt', '↑', '↓'], 'move'],
  [['Shift', '↑', '↓'], 'select'],
  [['F2'], 'note'],
  [['Delete'], 'remove'],
];

/** What the selected rows can do or, while none is, the keys of the outline. */
export function OutlineFoot(props: {
  readonly items: Outline;
  readonly view: OutlineView;
  readonly acts: OutlineActs;
}) {
  if (props.view.selection.chosen.size > 0) return <SelectionBar {...props} />;
  return (
    <p className={classes.keys}>
      {KEYS.map(([presses, meaning]) => (
        <span key={meaning}>
          {presses.map((press) => (
            <Kbd key={press} size="xs">
              {press}
            </Kbd>
          ))}{' '}
          {meaning}
        </span>
      ))}
    </p>
  );
}
