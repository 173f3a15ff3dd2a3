import { Button, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { StatusBadge } from '../../components/index.ts';
import { todayHere } from '../review.ts';
import { type DraftAiUse, newKey } from './draft.ts';
import classes from './Editor.module.css';
import { Finding } from './Finding.tsx';
import type { AiUseProblem } from './problems.ts';
import type { ModuleEditor } from './use-module-editor.ts';

/** The most entries that a log may have. */
const MOST = 100;

/** Where AI tools helped to make the module, and who looked at what they produced. */
export function AiUsesField({ editor }: { readonly editor: ModuleEditor }) {
  const { aiUses } = editor.draft;
  const list = useRef<HTMLOListElement>(null);
  const added = useRef<string | null>(null);
  const unreviewed = aiUses.filter(({ reviewer }) => reviewer.trim() === '').length;

  useEffect(() => {
    if (added.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-line="${added.current}"] input`)?.focus();
    added.current = null;
  });

  function add(): void {
    const key = newKey();
    added.current = key;
    // The next entry is usually of the same tool.
    const last = aiUses.at(-1);
    editor.change({
      aiUses: [
        ...aiUses,
        {
          key,
          tool: last?.tool ?? '',
          version: last?.version ?? '',
          usedOn: todayHere(),
          task: '',
          reviewer: '',
        },
      ],
    });
  }

  return (
    <div className={classes.stack}>
      {aiUses.length > 0 ? (
        <ol className={classes.lines} ref={list}>
          {aiUses.map((use, at) => (
            <Use
              key={use.key}
              use={use}
              number={at + 1}
              problems={editor.lineErrors.aiUses[use.key] ?? {}}
              onChange={(change) => editor.change({ aiUses: aiUses.with(at, { ...use, ...change }) })}
              onRemove={() => editor.change({ aiUses: aiUses.toSpliced(at, 1) })}
            />
          ))}
        </ol>
      ) : (
        <p className={classes.soft}>No use of an AI tool is recorded.</p>
      )}
      {unreviewed > 0 ? (
        <Finding kind="advice">
          {unreviewed === 1 ? 'One entry names' : `${unreviewed} entries name`} no reviewer. Have a person
          look at what the tool produced before the module is taught, and write who it was.
        </Finding>
      ) : null}
      {editor.errors.aiUses ? (
        <p className={classes.error} role="alert">
          {editor.errors.aiUses}
        </p>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
        disabled={aiUses.length >= MOST}
      >
        Record a use of AI
      </Button>
    </div>
  );
}

function Use({
  use,
  number,
  problems,
  onChange,
  onRemove,
}: {
  readonly use: DraftAiUse;
  readonly number: number;
  readonly problems: AiUseProblem;
  readonly onChange: (change: Partial<DraftAiUse>) => void;
  readonly onRemove: () => void;
}) {
  const unreviewed = use.reviewer.trim() === '';
  return (
    <li className={classes.aiUse} data-line={use.key} data-unreviewed={unreviewed || undefined}>
      <TextInput
        label="Tool"
        aria-label={`Tool, entry ${number}`}
        value={use.tool}
        onChange={(event) => onChange({ tool: event.currentTarget.value })}
        error={problems.tool}
        maxLength={300}
      />
      <TextInput
        label="Version"
        aria-label={`Version, entry ${number}`}
        value={use.version}
        onChange={(event) => onChange({ version: event.currentTarget.value })}
        maxLength={300}
      />
      <TextInput
        type="date"
        label="Used on"
        aria-label={`Used on, entry ${number}`}
        value={use.usedOn}
        onChange={(event) => onChange({ usedOn: event.currentTarget.value })}
        error={problems.usedOn}
      />
      <Textarea
        className={classes.aiUseTask ?? ''}
        label="Task"
        aria-label={`Task, entry ${number}`}
        placeholder="Such as first draft of the case stems"
        value={use.task}
        // One line in the record: a line break is a space.
        onChange={(event) => onChange({ task: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })}
        error={problems.task}
        maxLength={300}
        autosize
        minRows={1}
        maxRows={4}
      />
      <TextInput
        className={classes.aiUseReviewer ?? ''}
        label="Reviewed by"
        aria-label={`Reviewed by, entry ${number}`}
        placeholder="Nobody yet"
        value={use.reviewer}
        onChange={(event) => onChange({ reviewer: event.currentTarget.value })}
        maxLength={300}
      />
      <div className={classes.referenceEnd}>
        {unreviewed ? (
          <StatusBadge tone="warning">Not reviewed by a person yet</StatusBadge>
        ) : (
          <StatusBadge tone="good">Reviewed</StatusBadge>
        )}
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconTrash size={16} aria-hidden />}
          aria-label={`Remove entry ${number}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      </div>
    </li>
  );
}
