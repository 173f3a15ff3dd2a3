import { Button, Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { sentenceCase } from '../../../shared/format.ts';
import { BLOOM_LEVELS, type BloomLevel } from '../../../shared/modules/bloom.ts';
import { SUGGESTED_VERBS } from '../../../shared/modules/objectives.ts';
import { BloomTag } from '../BloomTag.tsx';
import classes from './Editor.module.css';

/** The level of an objective; opened, verbs of every level to begin it with instead. */
export function VerbPicker({
  level,
  number,
  onPick,
}: {
  readonly level: BloomLevel | null;
  /** Which objective it stands beside. */
  readonly number: number;
  readonly onPick: (verb: string) => void;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.verbButton ?? ''}
          aria-label={`Level of objective ${number}: ${level === null ? 'none, the verb is not measurable' : sentenceCase(level)}. Choose another verb`}
          onClick={() => setOpened((open) => !open)}
        >
          <BloomTag level={level} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.verbs ?? ''} aria-label="Verbs by level">
        {BLOOM_LEVELS.map((one) => (
          <div key={one} className={classes.verbRow}>
            <span className={classes.soft}>{sentenceCase(one)}</span>
            <span className={classes.verbList}>
              {SUGGESTED_VERBS[one].map((verb) => (
                <Button
                  key={verb}
                  size="compact-xs"
                  variant="default"
                  onClick={() => {
                    setOpened(false);
                    onPick(verb);
                  }}
                >
                  {verb}
                </Button>
              ))}
            </span>
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
