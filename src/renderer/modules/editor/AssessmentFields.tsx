import { TextInput } from '@mantine/core';
import classes from './Editor.module.css';
import type { ModuleEditor } from './use-module-editor.ts';

/** How learning is assessed, and what passes. */
export function AssessmentFields({ editor }: { readonly editor: ModuleEditor }) {
  const { draft, errors, change } = editor;
  return (
    <div className={classes.fields}>
      <TextInput
        label="Method"
        description="How learning is shown, such as 10-question quiz or reviewed case."
        value={draft.assessmentMethod}
        onChange={(event) => change({ assessmentMethod: event.currentTarget.value })}
        error={errors.assessmentMethod}
        maxLength={300}
      />
      <TextInput
        label="Standard"
        description="What passes, such as 80% with two attempts."
        value={draft.assessmentStandard}
        onChange={(event) => change({ assessmentStandard: event.currentTarget.value })}
        error={errors.assessmentStandard}
        maxLength={300}
      />
    </div>
  );
}
