import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Person } from '../../shared/contract/people.ts';
import type { Fault } from '../../shared/errors.ts';
import { printedName } from '../../shared/people/name.ts';
import { useCommand, useRead } from '../api/index.ts';
import { FaultNotice, Loading, PageHeader } from '../components/index.ts';
import { keptInWords } from './at-activity-words.ts';
import classes from './People.module.css';
import { PersonFields } from './PersonFields.tsx';
import { keepPersonDraft, keptPersonDraft } from './person-drafts.ts';
import {
  contentOf,
  NOBODY,
  type PersonForm,
  type PersonValues,
  usePersonForm,
  valuesOf,
} from './person-form.ts';

/** Adds a person by hand. */
export function NewPerson() {
  const [, navigate] = useLocation();
  const create = useCommand('people.create');
  const { form, restored, startOver, settled } = useKeptForm('new', NOBODY);
  useRefusal(form, create.fault);

  async function save(): Promise<void> {
    const content = checked(form);
    if (!content) return;
    const created = await create.run(content, { done: `Added ${printedName(content)}.`, quiet: true });
    if (!created) return;
    settled();
    navigate(`/people/${created.id}`, { replace: true });
  }

  return (
    <>
      <PageHeader
        title="Add a person"
        back={{ label: 'People', path: '/people' }}
        description="Only a name and the profession are needed; the rest can follow."
      />
      {restored ? <Restored onDiscard={startOver} /> : null}
      <PersonEditorForm
        form={form}
        before={null}
        claimed={[]}
        saveLabel="Add the person"
        command={create}
        onSave={() => void save()}
        cancel={{ path: '/people', onCancel: settled }}
      />
    </>
  );
}

/** Corrects what the office knows of a person. */
export function EditPerson({ id }: { readonly id: number }) {
  const person = useRead('people.get', { id });
  if (person.isPending) return <Loading />;
  if (!person.data)
    return (
      <>
        <PageHeader title="Edit a person" back={{ label: 'People', path: '/people' }} />
        <FaultNotice fault={person.error} onRetry={() => void person.refetch()} />
      </>
    );
  return <EditKnown person={person.data} />;
}

function EditKnown({ person }: { readonly person: Person }) {
  const [, navigate] = useLocation();
  const path = `/people/${person.id}`;
  const update = useCommand('people.update');
  const [before] = useState(() => valuesOf(person));
  const { form, restored, startOver, settled } = useKeptForm(person.id, before);
  useRefusal(form, update.fault);
  const certified = person.history.some(({ certificateId }) => certificateId !== null);

  async function save(): Promise<void> {
    const content = checked(form);
    if (!content) return;
    const done = ({ kept }: { readonly kept: number }) =>
      `Saved ${printedName(content)}.${kept === 0 ? '' : ` ${keptInWords(kept)}`}`;
    if (!(await update.run({ id: person.id, content }, { done, quiet: true }))) return;
    settled();
    navigate(path, { replace: true });
  }

  return (
    <>
      <PageHeader
        title={`Edit ${printedName(person)}`}
        back={{ label: printedName(person), path }}
        description={
          certified
            ? 'Certificates that were issued stay as they are. To correct one, open it and re-issue it.'
            : 'Sections can be filled in any order; only a name and the profession are needed.'
        }
      />
      {restored ? <Restored onDiscard={startOver} /> : null}
      <PersonEditorForm
        form={form}
        before={before}
        claimed={person.history.filter((entry) => entry.creditClaimed && entry.certificateId === null)}
        saveLabel="Save"
        command={update}
        onSave={() => void save()}
        cancel={{ path, onCancel: settled }}
      />
    </>
  );
}

function PersonEditorForm({
  form,
  before,
  claimed,
  saveLabel,
  command: { pending, fault },
  onSave,
  cancel,
}: {
  readonly form: PersonForm;
  readonly before: PersonValues | null;
  /** Activities that a change of profession or credentials does not reach. */
  readonly claimed: Person['history'];
  readonly saveLabel: string;
  readonly command: { readonly pending: boolean; readonly fault: Fault | null };
  readonly onSave: () => void;
  readonly cancel: { readonly path: string; readonly onCancel: () => void };
}) {
  const element = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={element}
      className={classes.form}
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        element.current?.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
        // The first field that is not right takes the focus, so that its message is read out.
        requestAnimationFrame(() => {
          element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        });
      }}
    >
      <PersonFields form={form} before={before} claimed={claimed} />
      {fault && !fieldOf(fault) ? (
        <div className={classes.refused}>
          <FaultNotice fault={fault} />
        </div>
      ) : null}
      <div className={classes.buttons}>
        <Button type="submit" loading={pending}>
          {saveLabel}
        </Button>
        <Button component={Link} href={cancel.path} variant="default" onClick={cancel.onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function Restored({ onDiscard }: { readonly onDiscard: () => void }) {
  return (
    <div className={classes.restored} role="status">
      <p>What you typed before and did not save is here again.</p>
      <Button variant="default" size="compact-sm" onClick={onDiscard}>
        Discard it
      </Button>
    </div>
  );
}

/** A form whose unsaved entries survive a look at another screen. */
function useKeptForm(
  who: number | 'new',
  initial: PersonValues,
): {
  readonly form: PersonForm;
  readonly restored: boolean;
  readonly startOver: () => void;
  /** Saved or given up: nothing is kept. */
  readonly settled: () => void;
} {
  const [before] = useState(() => keptPersonDraft(who));
  const [restored, setRestored] = useState(before !== null);
  const over = useRef(false);
  const form = usePersonForm(initial);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => {
    if (before) form.setValues(before);
  }, []);
  const { values } = form;
  useEffect(() => {
    if (!over.current) keepPersonDraft(who, form.isDirty() ? values : null);
  }, [who, values, form.isDirty]);
  return {
    form,
    restored,
    startOver: () => {
      form.setValues(initial);
      form.clearErrors();
      setRestored(false);
    },
    settled: () => {
      over.current = true;
      keepPersonDraft(who, null);
    },
  };
}

/** Puts the engine's refusal beside the field that it is about. */
function useRefusal(form: PersonForm, fault: Fault | null): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal is the occasion
  useEffect(() => {
    const field = fault ? fieldOf(fault) : null;
    if (fault && field) form.setFieldError(field, fault.message);
  }, [fault]);
}

/** The field that a refusal is about, or null. */
function fieldOf({ details }: Fault): (typeof REFUSABLE)[number] | null {
  const field = details?.['field'];
  return REFUSABLE.find((name) => name === field) ?? null;
}

/** Fields of which the engine may say that somebody else has the value. */
const REFUSABLE = ['email', 'furtherEmails', 'npi', 'orcid'] as const;

function checked(form: PersonForm): ReturnType<typeof contentOf> {
  return form.validate().hasErrors ? null : contentOf(form);
}
