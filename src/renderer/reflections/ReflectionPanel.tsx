import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Competency } from '../../shared/contract/modules.ts';
import type { ReflectionRow } from '../../shared/contract/reflections.ts';
import { offeredFollowUp, type ReflectionFrame } from '../../shared/reflections/rules.ts';
import { useCommand } from '../api/index.ts';
import { FaultNotice, SidePanel } from '../components/index.ts';
import { ConfidenceFields } from './ConfidenceFields.tsx';
import {
  contentOf,
  formProblems,
  lacksFollowUp,
  type ReflectionValues,
  sameValues,
  valuesOf,
} from './form.ts';
import { keepReflection, keptReflection, useKeptReflections } from './kept-reflections.ts';
import { ReflectionFields } from './ReflectionFields.tsx';
import classes from './Reflections.module.css';

/** Whose reflection is open, what it is checked against, and where the panel leads. */
export type ReflectionPanelProps = {
  readonly row: ReflectionRow;
  /** Who comes next in the list; null for the last. */
  readonly nextName: string | null;
  readonly frame: ReflectionFrame;
  readonly competencies: readonly Competency[];
  readonly taught: readonly Competency[];
  /** Last day of the activity: a new reflection begins with it, or with today while the activity runs. */
  readonly activityEndsOn: string;
  /** Reads again what is recorded; done when it is there. */
  readonly onSaved: () => Promise<unknown>;
  /** Goes to the next person; closes the panel after the last. */
  readonly onNext: () => void;
  readonly onClose: () => void;
};

const WORDS = {
  changed: { next: 'Save and next', last: 'Save and close' },
  unchanged: { next: 'Next person', last: 'Close' },
} as const;

/** One person's reflection beside the list: entered, corrected, followed up. What is not saved yet is kept. */
export function ReflectionPanel({ row, nextName, onNext, onClose, ...rest }: ReflectionPanelProps) {
  const { frame, competencies, taught, activityEndsOn, onSaved } = rest;
  const defaultDay = activityEndsOn < frame.today ? activityEndsOn : frame.today;
  const { enrolmentId, reflection, name } = row;
  const recorded = useMemo(() => valuesOf(reflection, defaultDay), [reflection, defaultDay]);
  const kept = useKeptReflections().get(enrolmentId) ?? null;
  const values = kept?.values ?? recorded;
  const codes = useMemo(() => competencies.map(({ code }) => code), [competencies]);
  const problems = formProblems(values, frame, codes);
  const record = useCommand('reflections.record');
  const remove = useCommand('reflections.remove');
  /** For whom saving was tried: what is only missing is said from then on. */
  const [triedFor, setTriedFor] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const tried = triedFor === enrolmentId;
  /** Who is being saved: until what was saved is read again, what is recorded is no news from elsewhere. */
  const underway = useRef(new Set<number>());
  const overtaken =
    kept !== null && !underway.current.has(enrolmentId) && !sameValues(kept.begunOn, recorded);

  // The form of the next person begins at its first text, without reaching for Tab.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each person anew
  useEffect(() => {
    const frameId = requestAnimationFrame(() => form.current?.querySelector('textarea')?.focus());
    return () => cancelAnimationFrame(frameId);
  }, [enrolmentId]);

  function change(part: Partial<ReflectionValues>): void {
    const next = { ...values, ...part };
    const same =
      sameValues(next, recorded) && Object.keys(next.ratings).every((code) => recorded.ratings[code]);
    keepReflection(enrolmentId, same ? null : { values: next, begunOn: kept?.begunOn ?? recorded });
  }

  async function save(andNext: boolean): Promise<void> {
    if (underway.current.has(enrolmentId)) return;
    if (problems.length > 0) {
      setTriedFor(enrolmentId);
      // The first field that is not right takes the focus, so that its message is read out.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    underway.current.add(enrolmentId);
    await saveAsTyped(andNext);
    underway.current.delete(enrolmentId);
  }

  /** Saves what is in the fields. What is typed meanwhile stays as not saved yet, on top of what was saved. */
  async function saveAsTyped(andNext: boolean): Promise<void> {
    const content = contentOf(values, codes);
    const done = `Saved the reflection of ${name}.${lacksFollowUp(values) ? ' Its commitment has no day of follow-up.' : ''}`;
    if (!(await record.run({ enrolmentId, content }, { done, quiet: true }))) return;
    const typed = (): ReflectionValues => keptReflection(enrolmentId)?.values ?? values;
    if (andNext && sameValues(typed(), values)) onNext();
    await onSaved();
    keepReflection(
      enrolmentId,
      sameValues(typed(), values) ? null : { values: typed(), begunOn: valuesOf(content, defaultDay) },
    );
  }

  async function removeIt(): Promise<void> {
    if (!(await remove.run({ enrolmentId }, { done: `Removed the reflection of ${name}.` }))) return;
    keepReflection(enrolmentId, null);
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void saveOrGoOn();
  }
  async function saveOrGoOn(): Promise<void> {
    if (kept === null) onNext();
    else await save(true);
  }

  return (
    <SidePanel
      title={name}
      opened
      onClose={onClose}
      footer={
        <>
          {reflection ? (
            <Button
              variant="subtle"
              className={classes.remove ?? ''}
              loading={remove.pending}
              onClick={() => void removeIt()}
            >
              Remove
            </Button>
          ) : null}
          <Button
            variant="default"
            loading={record.pending}
            disabled={kept === null}
            onClick={() => void save(false)}
          >
            Save
          </Button>
          <Button
            loading={record.pending}
            onClick={() => void saveOrGoOn()}
            title={nextName === null ? undefined : `Next: ${nextName}. Ctrl+Enter`}
          >
            {WORDS[kept === null ? 'unchanged' : 'changed'][nextName === null ? 'last' : 'next']}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className={classes.form}
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
      >
        {kept ? (
          <div className={classes.unsaved} role="status">
            <span>
              {overtaken
                ? 'This reflection was changed elsewhere since you began. Saving replaces that.'
                : 'Not saved yet.'}
            </span>
            <Button size="compact-sm" variant="subtle" onClick={() => keepReflection(enrolmentId, null)}>
              Discard
            </Button>
          </div>
        ) : null}
        <ReflectionFields
          values={values}
          problems={problems}
          tried={tried}
          today={frame.today}
          offeredDay={offeredFollowUp(activityEndsOn, values.writtenOn)}
          onChange={change}
        />
        <ConfidenceFields
          key={enrolmentId}
          ratings={values.ratings}
          problem={problems.find(({ field }) => field === 'confidence')?.message ?? null}
          tried={tried}
          competencies={competencies}
          taught={taught}
          onChange={(ratings) => change({ ratings })}
        />
        {record.fault ? <FaultNotice fault={record.fault} /> : null}
      </form>
    </SidePanel>
  );
}
