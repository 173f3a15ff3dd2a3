import { Button, NumberInput, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { OUTLINE_LIMITS } from '../../../shared/curricula/outline-edits.ts';
import type { OutlineRow } from '../../../shared/curricula/outline-rows.ts';
import classes from './Editors.module.css';
import { onEditorKey } from './editor-keys.ts';
import type { RowContext } from './row-context.ts';

/**
 * The note of a row and, for a module, the week in which it is taught. Saved as it is typed, and always as it stands: what
 * Undo or another window changes underneath is not written over by the next letter.
 */
export function NoteEditor({ row, context }: { readonly row: OutlineRow; readonly context: RowContext }) {
  const { acts, view } = context;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(-1, -1);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves whichever field has the focus
    <div className={classes.editor} onKeyDown={(event) => onEditorKey(event, row.key, view)}>
      <Textarea
        ref={field}
        size="xs"
        label="Note"
        description="For everyone who teaches or takes it. Stands on the syllabus."
        value={noteOf(row)}
        maxLength={OUTLINE_LIMITS.note}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => acts.note(row.key, event.currentTarget.value)}
      />
      <div className={classes.foot}>
        {row.kind === 'module' ? <WeekField row={row} context={context} /> : <span />}
        <Button size="compact-xs" variant="default" onClick={() => leave(row, view)}>
          Done
        </Button>
      </div>
    </div>
  );
}

function leave(row: OutlineRow, view: RowContext['view']): void {
  view.edit(null);
  view.focusRow(row.key);
}

function WeekField({
  row,
  context,
}: {
  readonly row: Extract<OutlineRow, { kind: 'module' }>;
  readonly context: RowContext;
}) {
  const { weeks } = context.now();
  const { week } = row.entry;
  return (
    <NumberInput
      size="xs"
      label="Week"
      className={classes.week ?? ''}
      placeholder="By the schedule"
      description={
        week !== null && weeks !== null && week > weeks
          ? `The schedule has ${weeks} weeks: choose an earlier one or make it longer.`
          : 'Empty: the schedule decides.'
      }
      value={week ?? ''}
      min={1}
      max={OUTLINE_LIMITS.week}
      allowDecimal={false}
      allowNegative={false}
      onChange={(value) => context.acts.setWeek(row.key, weekFrom(value))}
    />
  );
}

function weekFrom(value: number | string): number | null {
  return typeof value === 'number' && value >= 1 && value <= OUTLINE_LIMITS.week ? value : null;
}

function noteOf(row: OutlineRow): string {
  switch (row.kind) {
    case 'section':
      return row.section.note;
    case 'module':
      return row.entry.note;
    case 'electives':
    case 'end':
      return row.group.note;
  }
}
