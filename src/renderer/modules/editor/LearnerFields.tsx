import { TagsInput } from '@mantine/core';
import { useMemo } from 'react';
import type { Module } from '../../../shared/contract/modules.ts';
import { AUDIENCES, audienceName } from '../../../shared/curricula/words.ts';
import { AudienceFindings } from './AudienceFindings.tsx';
import classes from './Editor.module.css';
import type { ModuleEditor } from './use-module-editor.ts';

/** Whom the module is for, and which of them it is written for in particular. */
export function LearnerFields({
  editor,
  modules,
}: {
  readonly editor: ModuleEditor;
  readonly modules: readonly Module[];
}) {
  const { draft, errors, change } = editor;
  const usual = useMemo(
    () => [
      ...AUDIENCES,
      ...new Set(modules.flatMap(({ audience, specialtyFocus }) => [...audience, ...specialtyFocus])),
    ],
    [modules],
  );
  const known = [...new Set([...usual, ...draft.audience, ...draft.specialtyFocus])];
  return (
    <div className={classes.stack}>
      <Groups
        label="Audience"
        description="Choose groups or type your own. With none, the module is for everyone."
        known={known}
        groups={draft.audience}
        onChange={(audience) => change({ audience })}
        error={
          editor.placed.narrowPrerequisites.length + editor.placed.widerDependents.length > 0
            ? true
            : errors.audience
        }
      />
      <AudienceFindings editor={editor} />
      <Groups
        label="Specialty focus"
        description="Groups whose own cases it uses, if any."
        known={known}
        groups={draft.specialtyFocus}
        onChange={(specialtyFocus) => change({ specialtyFocus })}
        error={errors.specialtyFocus}
      />
    </div>
  );
}

/** Groups are kept by code and shown by name; one that nobody used before is kept as it was typed. */
function Groups({
  label,
  description,
  known,
  groups,
  onChange,
  error,
}: {
  readonly label: string;
  readonly description: string;
  readonly known: readonly string[];
  readonly groups: readonly string[];
  readonly onChange: (groups: string[]) => void;
  readonly error: string | true | undefined;
}) {
  const codes = new Map(known.map((code) => [audienceName(code).toLowerCase(), code]));
  return (
    <TagsInput
      label={label}
      description={description}
      data={known.map(audienceName)}
      value={groups.map(audienceName)}
      onChange={(names) => onChange([...new Set(names.map((name) => codes.get(name.toLowerCase()) ?? name))])}
      error={error}
      maxTags={40}
      // A field that takes the focus because of an error must not cover the error with its list.
      openOnFocus={false}
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label.toLowerCase()}` }}
    />
  );
}
