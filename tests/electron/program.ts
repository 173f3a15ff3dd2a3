import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

/** The built desktop host, running on the stand-in in a process of its own. */
export type Program = {
  /** Asks one of the probes in `child.ts`. */
  ask(probe: string, ...args: readonly string[]): Promise<unknown>;
  /** Everything that message boxes said. */
  readonly boxes: readonly (readonly string[])[];
  /** What the program wrote on its error output. */
  errors(): string;
  /** Settles with the exit code. */
  readonly ended: Promise<number | null>;
  /** Drops the channel, as a starter does that goes away. */
  disconnect(): void;
  kill(): void;
};

const Message = z.union([
  z.object({ id: z.int(), value: z.unknown().optional(), fault: z.string().optional() }),
  z.object({ ended: z.string() }),
  z.object({ box: z.array(z.string()) }),
  z.literal('rounds:here'),
]);

/** Starts the desktop host on a data folder. `variables` set what the stand-in pretends. */
export function startProgram(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Program {
  const child = fork(join(import.meta.dirname, 'child.ts'), args, {
    silent: true,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, ...variables },
  });
  const waiting = new Map<number, (message: { readonly value?: unknown; readonly fault?: string }) => void>();
  const boxes: string[][] = [];
  let errors = '';
  let lastId = 0;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.on('message', (raw) => {
    const message = Message.parse(raw);
    if (typeof message === 'string' || 'ended' in message) return;
    if ('box' in message) {
      boxes.push(message.box);
      return;
    }
    const { id, value, fault } = message;
    waiting.get(id)?.(fault === undefined ? { value } : { fault });
  });
  const ended = once(child, 'exit').then(([code]) => z.int().nullable().parse(code));
  return {
    boxes,
    ended,
    errors: () => errors,
    ask(probe, ...given) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ value, fault }) =>
          fault === undefined ? resolve(value) : reject(new Error(fault)),
        );
        void ended.then((code) =>
          reject(new Error(`The program ended with ${code}: ${JSON.stringify(boxes)} ${errors}`)),
        );
        if (child.connected) child.send({ id, probe, args: given });
      });
    },
    disconnect: () => child.disconnect(),
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

/** Waits until the window has drawn its first page. */
export async function untilShown(program: Program): Promise<void> {
  const Shown = z.object({ windows: z.array(z.object({ state: z.object({ shown: z.boolean() }) })) });
  for (;;) {
    const { windows } = Shown.parse(await program.ask('facts'));
    if (windows[0]?.state.shown) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
