import { Kbd, Modal } from '@mantine/core';
import { PLACES } from './places.ts';
import classes from './ShortcutHelp.module.css';

const GENERAL: readonly (readonly [readonly string[], string])[] = [
  [['Ctrl', 'K'], 'Find anything, or do something'],
  [['Ctrl', 'S'], 'Save what was changed in an activity'],
  [['Ctrl', 'Z'], 'Undo the last change'],
  [['/'], 'Go to the search field of the screen'],
  [['?'], 'Show these keys'],
];

const TABLES: readonly (readonly [readonly string[], string])[] = [
  [['↑', '↓'], 'Move between rows; Page Up, Page Down, Home and End move further'],
  [['Enter'], 'Open the row'],
  [['Space'], 'Select the row'],
  [['Shift', '↓'], 'Extend the selection'],
  [['Ctrl', 'A'], 'Select every row'],
  [['Esc'], 'Close the panel at the right'],
];

const ATTENDANCE: readonly (readonly [readonly string[], string])[] = [
  [['Space'], 'Present or absent'],
  [['P'], 'Present'],
  [['A'], 'Absent'],
  [['0', '…', '9'], 'Minutes; Enter records them and goes down'],
  [['Delete'], 'Clear the mark'],
  [['Shift', '→'], 'Select several cells; what comes next holds for all of them'],
  [['H'], 'Show what a cell has been'],
];

const OUTLINE: readonly (readonly [readonly string[], string])[] = [
  [['Alt', '↑'], 'Move a line up or down, over the borders of sections and electives'],
  [['Alt', '←'], 'Out of the electives; Alt → into the nearest'],
  [['Alt', 'Home'], 'To the start; Alt End to the end'],
  [['Shift', '↓'], 'Select several lines'],
  [['F2'], 'Rename a section or group; write a note on a module'],
  [['Shift', 'F2'], 'Write a note on any line'],
  [['Shift', 'Enter'], 'In the library: add with what the module requires'],
];

/** Every key that works everywhere, on one page. On a Mac, Ctrl is ⌘. */
export function ShortcutHelp({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size="lg">
      <div className={classes.columns}>
        <Keys title="Everywhere" keys={GENERAL} />
        <Keys title="In tables" keys={TABLES} />
        <Keys title="In the attendance grid" keys={ATTENDANCE} />
        <Keys title="In an outline" keys={OUTLINE} />
        <Keys title="Go to a place" keys={PLACES.map((place) => [['g', place.key], place.label] as const)} />
      </div>
    </Modal>
  );
}

function Keys({
  title,
  keys,
}: {
  readonly title: string;
  readonly keys: readonly (readonly [readonly string[], string])[];
}) {
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.keys}>
        {keys.map(([presses, meaning]) => (
          <div key={meaning}>
            <dt>
              {presses.map((press) => (
                <Kbd key={press}>{press}</Kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
