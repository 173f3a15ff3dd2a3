import { Button, Kbd } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import type { RehearsedRow } from '../../shared/contract/people.ts';
import type { Decision, ImportPurpose } from './fates.ts';
import classes from './Imports.module.css';
import { PersonFinder } from './PersonFinder.tsx';

type Choice = { readonly title: string; readonly detail: string; readonly decision: Decision };

/** The ways to decide a held row: one of the people it may be, anyone else, a new person, or none. A digit takes one. */
export function HeldChoices({
  row,
  purpose,
  decision,
  onDecide,
}: {
  readonly row: RehearsedRow;
  readonly purpose: ImportPurpose;
  readonly decision: Decision | null;
  readonly onDecide: (decision: Decision | null) => void;
}) {
  const choices = useMemo(() => choicesFor(row, purpose), [row, purpose]);
  const first = useRef<HTMLButtonElement>(null);

  // After the panel has put the focus on its heading: the next row is decided without reaching for Tab.
  useEffect(() => {
    const frame = requestAnimationFrame(() => first.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
      const choice = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
      if (!choice) return;
      event.preventDefault();
      onDecide(choice.decision);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [choices, onDecide]);

  return (
    <>
      <h3 className={classes.question}>Who is this?</h3>
      <ul className={classes.choices}>
        {choices.map((choice, index) => {
          const chosen = decision?.choice === choice.decision.choice;
          return (
            <li key={choice.decision.choice}>
              <button
                ref={index === 0 ? first : null}
                type="button"
                className={classes.choice}
                aria-pressed={chosen}
                onClick={() => onDecide(choice.decision)}
              >
                <span className={classes.choiceWords}>
                  <span className={classes.strong}>{choice.title}</span>
                  {choice.detail ? <span className={classes.soft}>{choice.detail}</span> : null}
                </span>
                {chosen ? <IconCheck size={18} aria-hidden /> : null}
                {index < 9 ? <Kbd aria-hidden>{index + 1}</Kbd> : null}
              </button>
            </li>
          );
        })}
      </ul>
      <PersonFinder
        onChoose={(person) => onDecide({ choice: person.id, words: `Counts for ${person.name}.` })}
      />
      {decision ? (
        <div className={classes.alike}>
          <p className={classes.soft}>{decision.words}</p>
          <Button variant="default" size="compact-sm" onClick={() => onDecide(null)}>
            Take the decision back
          </Button>
        </div>
      ) : null}
    </>
  );
}

function choicesFor(row: RehearsedRow, purpose: ImportPurpose): readonly Choice[] {
  const enrols = purpose === 'office' ? '' : ' and enrols them';
  return [
    ...row.candidates.map(({ personId, name, why }) => ({
      title: name,
      detail: why,
      decision: { choice: personId, words: `Counts for ${name}.` },
    })),
    // Without a name there is nobody to add.
    ...(row.name === ''
      ? []
      : [
          {
            title: 'A new person',
            detail: `Adds ${row.name}${enrols}.`,
            decision: { choice: 'new', words: 'Added as a new person.' } as const,
          },
        ]),
    {
      title: 'Leave this row out',
      detail: 'Nothing is written for it.',
      decision: { choice: 'leave-out', words: 'Left out by decision.' },
    },
  ];
}
