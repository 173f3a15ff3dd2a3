import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { type DraftReference, newKey, TO_BE_CHECKED } from './draft.ts';
import classes from './Editor.module.css';
import { IdentifierReading } from './IdentifierReading.tsx';
import type { ReferenceProblem } from './problems.ts';
import type { ModuleEditor } from './use-module-editor.ts';

/** The most references that a module may have. */
const MOST = 60;

/** What the module rests on: citation, identifier, address. */
export function ReferencesField({ editor }: { readonly editor: ModuleEditor }) {
  const { references } = editor.draft;
  const list = useRef<HTMLOListElement>(null);
  const added = useRef<string | null>(null);

  useEffect(() => {
    if (added.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-line="${added.current}"] textarea`)?.focus();
    added.current = null;
  });

  function add(): void {
    const key = newKey();
    added.current = key;
    editor.change({
      references: [
        ...references,
        { key, citation: '', identifier: '', url: '', catalogueKey: '', confidence: '' },
      ],
    });
  }

  return (
    <div className={classes.stack}>
      {references.length > 0 ? (
        <ol className={classes.lines} ref={list}>
          {references.map((reference, at) => (
            <Reference
              key={reference.key}
              reference={reference}
              number={at + 1}
              problems={editor.lineErrors.references[reference.key] ?? {}}
              onChange={(change) =>
                editor.change({ references: references.with(at, { ...reference, ...change }) })
              }
              onRemove={() => editor.change({ references: references.toSpliced(at, 1) })}
            />
          ))}
        </ol>
      ) : null}
      {editor.errors.references ? (
        <p className={classes.error} role="alert">
          {editor.errors.references}
        </p>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
        disabled={references.length >= MOST}
      >
        Add a reference
      </Button>
    </div>
  );
}

function Reference({
  reference,
  number,
  problems,
  onChange,
  onRemove,
}: {
  readonly reference: DraftReference;
  readonly number: number;
  readonly problems: ReferenceProblem;
  readonly onChange: (change: Partial<DraftReference>) => void;
  readonly onRemove: () => void;
}) {
  return (
    <li className={classes.reference} data-line={reference.key}>
      <Textarea
        className={classes.wide ?? ''}
        label={`Citation ${number}`}
        value={reference.citation}
        onChange={(event) => onChange({ citation: event.currentTarget.value })}
        error={problems.citation}
        maxLength={1_000}
        autosize
        minRows={1}
        maxRows={4}
      />
      <TextInput
        label="Identifier"
        aria-label={`Identifier of citation ${number}`}
        placeholder="DOI, PMID, CFR, CELEX, ISBN …"
        value={reference.identifier}
        onChange={(event) => onChange({ identifier: event.currentTarget.value })}
        error={problems.identifier}
        maxLength={300}
      />
      <TextInput
        type="url"
        label="Web address"
        aria-label={`Web address of citation ${number}`}
        placeholder="https://"
        value={reference.url}
        onChange={(event) => onChange({ url: event.currentTarget.value })}
        error={problems.url}
        maxLength={500}
      />
      <IdentifierReading reference={reference} onChange={onChange} />
      <div className={classes.referenceEnd}>
        <Checkbox
          label="Still to be checked against the source"
          checked={reference.confidence === TO_BE_CHECKED}
          onChange={(event) =>
            onChange({ confidence: event.currentTarget.checked ? TO_BE_CHECKED : 'verified' })
          }
        />
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconTrash size={16} aria-hidden />}
          aria-label={`Remove citation ${number}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      </div>
    </li>
  );
}
