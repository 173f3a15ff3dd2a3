import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import type { Input, MethodName, Output } from '../../shared/contract/index.ts';
import type { Fault } from '../../shared/errors.ts';
import { call } from './client.ts';
import { refetchTopics } from './queries.ts';

type RunOptions<M extends MethodName> = {
  /** What was done, in words; from the answer where only that says how much. */
  readonly done?: string | ((value: Output<M>) => string);
  readonly quiet?: boolean;
};

/** A write that a screen can ask for, and how the last one went. */
export type Command<M extends MethodName> = {
  /**
   * Runs it. Answers the value, or null after a fault, which has been shown already; with `quiet`, the screen shows `fault`
   * itself.
   */
  readonly run: (input: Input<M>, options?: RunOptions<M>) => Promise<Output<M> | null>;
  readonly pending: boolean;
  /** What stopped the last run, or null. */
  readonly fault: Fault | null;
};

/** Asks the engine to write. A fault is shown in a notification; with `done`, success too, with Undo where it can be undone. */
export function useCommand<M extends MethodName>(method: M): Command<M> {
  const [running, setRunning] = useState(0);
  const [fault, setFault] = useState<Fault | null>(null);
  const run = useCallback(
    async (input: Input<M>, options: RunOptions<M> = {}): Promise<Output<M> | null> => {
      setRunning((count) => count + 1);
      const answer = await call(method, input);
      setRunning((count) => count - 1);
      if (!answer.ok) {
        setFault(answer.error);
        if (!options.quiet) showFault(answer.error, method);
        return null;
      }
      setFault(null);
      hideFault(method);
      // The event says the same a moment later; the answer comes first, so the screen does not wait for it.
      if (answer.changed) refetchTopics(answer.changed);
      const { done } = options;
      if (done) showDone(typeof done === 'string' ? done : done(answer.value), answer.changeId ?? null);
      return answer.value;
    },
    [method],
  );
  return { run, pending: running > 0, fault };
}

/** Calls a method outside of a form. Answers the value, or null after a fault, which has been shown already. */
export async function callOrShow<M extends MethodName>(
  method: M,
  input: Input<M>,
): Promise<Output<M> | null> {
  const answer = await call(method, input);
  if (!answer.ok) {
    showFault(answer.error, method);
    return null;
  }
  hideFault(method);
  return answer.value;
}

/** Shows what went wrong for a while. With `act`, one message for each act: its next success or fault takes it away. */
export function showFault(fault: Fault, act?: MethodName): void {
  if (act) hideFault(act);
  notifications.show({
    id: act ? faultId(act) : `fault ${fault.message}`,
    color: 'red',
    title: 'That did not work',
    message: fault.message,
    autoClose: 12_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close this message' },
  });
}

/** Takes away what the last run of an act failed with: it is no longer so. */
function hideFault(act: MethodName): void {
  notifications.hide(faultId(act));
}

function faultId(act: MethodName): string {
  return `fault of ${act}`;
}

/** The message of the last act, while it may still be on the screen. */
let shownDone: string | null = null;

/**
 * Shows for a moment what was done, with Undo when the act can be taken back. One at a time: behind older ones the newest,
 * which is the one that people take back, would wait its turn unseen.
 */
export function showDone(done: string, changeId: number | null): void {
  const id = changeId === null ? `done ${done}` : `done ${changeId}`;
  if (shownDone !== null && shownDone !== id) notifications.hide(shownDone);
  shownDone = id;
  notifications.show({
    id,
    autoClose: 8_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close this message' },
    message: (
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{done}</Text>
        {changeId === null ? null : (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              void undo(changeId);
            }}
          >
            Undo
          </Button>
        )}
      </Stack>
    ),
  });
}

/** Takes one act back and says so, or says why it cannot be. */
export async function undo(changeId: number): Promise<void> {
  const answer = await call('changes.undo', { changeId });
  if (!answer.ok) {
    showFault(answer.error, 'changes.undo');
    return;
  }
  hideFault('changes.undo');
  if (answer.changed) refetchTopics(answer.changed);
  showDone(`Undone: ${answer.value.title}`, null);
}
