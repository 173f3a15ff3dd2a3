import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { objectiveFindings, withVerb } from '../../../shared/modules/objectives.ts';
import { type DraftLine, newKey } from './draft.ts';
import classes from './Editor.module.css';
import { Finding } from './Finding.tsx';
import type { ModuleEditor } from './use-module-editor.ts';
import { VerbPicker } from './VerbPicker.tsx';

/** The most objectives that a module may have. */
const MOST = 12;

/** Where the focus goes after the list has changed. */
type Wanted = { readonly key: string; readonly control: 'text' | 'up' | 'down' };

/** The objectives, one line each: added, removed and moved by keyboard or by button. */
export function ObjectivesField({ editor }: { readonly editor: ModuleEditor }) {
  const { objectives, competencies } = editor.draft;
  const findings = objectiveFindings(objectives.map(({ text }) => text));
  const written = objectives.some(({ text }) => text.trim() !== '');
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<Wanted | null>(null);
  const [said, setSaid] = useState('');

  // Moving a line in the page takes the focus from it: give it back once the lines stand in their new order.
  useEffect(() => {
    if (!wanted.current) return;
    const { key, control } = wanted.current;
    wanted.current = null;
    const line = list.current?.querySelector(`[data-line="${key}"]`);
    const target =
      line?.querySelector<HTMLElement>(`[data-control="${control}"]:not(:disabled)`) ??
      line?.querySelector<HTMLElement>('[data-control="text"]');
    target?.focus();
  });

  function set(next: readonly DraftLine[], focus: Wanted | null, say: string): void {
    wanted.current = focus;
    setSaid(say);
    editor.change({ objectives: next });
  }

  function add(at: number): void {
    if (objectives.length >= MOST) return;
    const line = { key: newKey(), text: '' };
    set(objectives.toSpliced(at, 0, line), { key: line.key, control: 'text' }, `Objective ${at + 1} added.`);
  }

  function remove(at: number): void {
    const neighbour = objectives[at - 1] ?? objectives[at + 1];
    set(
      objectives.toSpliced(at, 1),
      neighbour ? { key: neighbour.key, control: 'text' } : null,
      `Objective ${at + 1} removed.`,
    );
  }

  function move(at: number, by: -1 | 1, control: Wanted['control']): void {
    const line = objectives[at];
    const to = at + by;
    if (!line || to < 0 || to >= objectives.length) return;
    set(
      objectives.toSpliced(at, 1).toSpliced(to, 0, line),
      { key: line.key, control },
      `Moved to place ${to + 1} of ${objectives.length}.`,
    );
  }

  function onKeyDown(event: KeyboardEvent, at: number): void {
    if (event.nativeEvent.isComposing) return;
    if (event.altKey && event.key === 'ArrowUp') move(at, -1, 'text');
    else if (event.altKey && event.key === 'ArrowDown') move(at, 1, 'text');
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) add(at + 1);
    else if (event.key === 'Backspace' && objectives[at]?.text === '' && objectives.length > 1) remove(at);
    else return;
    event.preventDefault();
  }

  return (
    <div className={classes.stack}>
      {objectives.length > 0 ? (
        <ol className={classes.lines} ref={list}>
          {objectives.map(({ key, text }, at) => (
            <li key={key} className={classes.line} data-line={key}>
              <span className={classes.number} aria-hidden>
                {at + 1}
              </span>
              <TextInput
                aria-label={`Objective ${at + 1}`}
                data-control="text"
                value={text}
                onChange={(event) =>
                  editor.change({
                    objectives: objectives.with(at, { key, text: event.currentTarget.value }),
                  })
                }
                onKeyDown={(event) => onKeyDown(event, at)}
                error={Boolean(editor.lineErrors.objectives[key])}
                maxLength={300}
              />
              {text.trim() === '' ? (
                <span />
              ) : (
                <VerbPicker
                  level={findings[at]?.level ?? null}
                  number={at + 1}
                  onPick={(verb) => {
                    wanted.current = { key, control: 'text' };
                    editor.change({ objectives: objectives.with(at, { key, text: withVerb(text, verb) }) });
                  }}
                />
              )}
              <span className={classes.tools}>
                <ActionIcon
                  color="gray"
                  aria-label={`Move objective ${at + 1} up`}
                  data-control="up"
                  disabled={at === 0}
                  onClick={() => move(at, -1, 'up')}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  color="gray"
                  aria-label={`Move objective ${at + 1} down`}
                  data-control="down"
                  disabled={at === objectives.length - 1}
                  onClick={() => move(at, 1, 'down')}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon color="gray" aria-label={`Remove objective ${at + 1}`} onClick={() => remove(at)}>
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </span>
              {editor.lineErrors.objectives[key] ? (
                <div className={classes.lineFinding}>
                  <Finding kind="error">{editor.lineErrors.objectives[key]}</Finding>
                </div>
              ) : null}
              {findings[at]?.advice ? (
                <div className={classes.lineFinding}>
                  <Finding kind="advice">{findings[at].advice}</Finding>
                </div>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
      {editor.errors.objectives ? (
        <p className={classes.error} role="alert">
          {editor.errors.objectives}
        </p>
      ) : null}
      {!written && competencies.length > 0 ? (
        <Finding kind="advice">
          The module teaches {competencies.map(({ code }) => code).join(', ')} but says nowhere what learners
          can do afterwards. Write an objective for each.
        </Finding>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => add(objectives.length)}
        disabled={objectives.length >= MOST}
      >
        {objectives.length >= MOST ? 'A module has at most 12 objectives' : 'Add an objective'}
      </Button>
      <span className={classes.offscreen} role="status">
        {said}
      </span>
    </div>
  );
}
