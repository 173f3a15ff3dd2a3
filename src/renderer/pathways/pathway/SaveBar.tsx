import { Button, TextInput } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { keptByOffice, useCommand, withEntry } from '../../api/index.ts';
import classes from '../Pathways.module.css';
import type { Answered } from './use-answer.ts';

/** Titles as they were typed, so that another answer does not empty the field. */
const typed = keptByOffice<ReadonlyMap<number, string>>(new Map());

/** Keeps the pathway that is shown, under a title, and opens it. */
export function SaveBar({
  answered,
  current,
  personId,
}: {
  readonly answered: Answered;
  /** Whether what is shown answers the request as it stands. */
  readonly current: boolean;
  readonly personId: number;
}) {
  const [, navigate] = useLocation();
  const [title, setTitle] = useState(typed.get().get(personId) ?? '');
  const [tried, setTried] = useState(false);
  const save = useCommand('pathways.save');
  const missing = title.trim() === '';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (missing || !current) return;
    const saved = await save.run(
      { answerId: answered.id, title: title.trim() },
      { done: `Saved “${title.trim()}”.` },
    );
    if (!saved) return;
    typed.set(withEntry(typed.get(), personId, null));
    navigate(`/people/${personId}/pathway/${saved.id}`);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={classes.saveBar}>
      <TextInput
        label="Title"
        placeholder="Such as: Radiology, winter term"
        value={title}
        maxLength={300}
        onChange={(event) => {
          setTitle(event.currentTarget.value);
          typed.set(withEntry(typed.get(), personId, event.currentTarget.value));
        }}
        error={tried && missing ? 'Give the pathway a title to find it by.' : null}
      />
      <Button
        type="submit"
        loading={save.pending}
        disabled={!current}
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
      >
        Save the pathway
      </Button>
    </form>
  );
}
