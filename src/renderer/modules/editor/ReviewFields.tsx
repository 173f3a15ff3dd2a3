import { TextInput } from '@mantine/core';
import classes from './Editor.module.css';
import type { ModuleEditor } from './use-module-editor.ts';

/** When the content was last looked at, and by when it has to be again. */
export function ReviewFields({ editor }: { readonly editor: ModuleEditor }) {
  const { draft, errors, change } = editor;
  return (
    <div className={classes.fields}>
      <TextInput
        type="date"
        label="Last reviewed"
        value={draft.lastReviewed}
        onChange={(event) => change({ lastReviewed: event.currentTarget.value })}
        error={errors.lastReviewed}
      />
      <TextInput
        type="date"
        label="Review by"
        value={draft.reviewBy}
        onChange={(event) => change({ reviewBy: event.currentTarget.value })}
        error={errors.reviewBy}
      />
    </div>
  );
}
