import { Button } from '@mantine/core';
import { MODULE_FIELD_NAMES } from '../../../shared/exchange/field-words.ts';
import { counted } from '../../../shared/format.ts';
import classes from './Editor.module.css';
import type { ModuleEditor } from './use-module-editor.ts';

/** Says whether all is saved, and saves or drops it. Stays in view however long the form is. */
export function SaveBar({
  editor,
  saveLabel,
  isNew,
  onLeave,
}: {
  readonly editor: ModuleEditor;
  readonly saveLabel: string;
  readonly isNew: boolean;
  readonly onLeave: () => void;
}) {
  const { dirty, saving, problemCount, refusal, overtaken } = editor;
  return (
    <section className={classes.saveBar} aria-label="Save">
      {refusal ? (
        <div className={classes.saveWords} role="alert" tabIndex={-1} data-refusal>
          Not saved, and nothing you wrote is lost. {refusal.message}
        </div>
      ) : (
        <div className={classes.saveWords} role="status">
          {standing(dirty, problemCount, isNew)}
          {overtaken.length > 0 ? ` ${overtakenWords(overtaken)}` : ''}
        </div>
      )}
      <div className={classes.saveButtons}>
        <Button variant="default" onClick={onLeave} disabled={saving}>
          {dirty ? (isNew ? 'Discard' : 'Discard changes') : 'Cancel'}
        </Button>
        <Button type="submit" loading={saving} disabled={!dirty && !isNew}>
          {saveLabel}
        </Button>
      </div>
    </section>
  );
}

function overtakenWords(fields: ModuleEditor['overtaken']): string {
  const names = fields.map((field) => MODULE_FIELD_NAMES[field]).join(', ');
  return `Changed elsewhere since you began: ${names}. Saving puts what you wrote here in its place.`;
}

function standing(dirty: boolean, problemCount: number, isNew: boolean): string {
  if (problemCount > 0)
    return `Not saved yet: ${counted(problemCount, 'field needs', 'fields need')} attention.`;
  if (dirty) return 'Not saved yet. What you write here is kept while you look at other screens.';
  return isNew ? 'Nothing written yet.' : 'Nothing changed yet.';
}
