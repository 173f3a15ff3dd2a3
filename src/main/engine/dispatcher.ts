import type { z } from 'zod';
import { type Answer, contract, type MethodName } from '../../shared/contract/index.ts';
import { type Fault, RoundsError } from '../../shared/errors.ts';
import type { Writer } from '../database/index.ts';
import type { Handlers, Services } from './handlers.ts';
import type { Log } from './log.ts';

/** Methods that answer even when the office file cannot be opened. */
const ALWAYS: ReadonlySet<string> = new Set<MethodName>([
  'system.state',
  'backups.list',
  'jobs.get',
  'jobs.cancel',
]);

type AnyHandler = (context: object, input: unknown) => unknown;

/** Look up, parse, run, map errors: the one way into the engine for every host and test. Never throws. */
export type Dispatcher = (method: unknown, input: unknown) => Promise<Answer>;

/** Builds the dispatcher over a complete set of handlers. */
export function createDispatcher(
  handlers: Handlers<typeof contract>,
  services: Services,
  log: Log,
): Dispatcher {
  return async (method, input) => {
    if (!isMethod(method))
      return refuse({
        code: 'request/unknown-method',
        message: 'Rounds does not know this request. Restart the program.',
      });
    const entry = contract[method];
    const parsed = entry.input.safeParse(input);
    if (!parsed.success) return refuse(inputFault(parsed.error));
    try {
      // The table above proves that this handler takes this input; the union of all methods is wider than TypeScript can follow.
      const handler = handlers[method] as AnyHandler;
      if (entry.effect === 'write') {
        const { value, report } = services.file.write(method, (write: Writer) =>
          handler({ ...services, write }, parsed.data),
        );
        const answer: Answer = { ok: true, value, changed: report.topics };
        return report.changeId === null ? answer : { ...answer, changeId: report.changeId };
      }
      if (entry.effect === 'job') return { ok: true, value: handler(services, parsed.data) };
      const context = ALWAYS.has(method) ? services : { ...services, read: services.file.reader };
      return { ok: true, value: await handler(context, parsed.data) };
    } catch (error) {
      if (method === 'changes.undo' && isConstraint(error))
        return refuse({
          code: 'changes/cannot-undo',
          message: error.code.endsWith('_UNIQUE')
            ? 'This cannot be undone: something that was added since has its place, such as a module of the same code. Remove or rename that first.'
            : 'This cannot be undone: later work depends on it. Undo that first.',
        });
      return refuse(toFault(error, log, method));
    }
  };
}

/** Turns anything thrown into what a caller may be told; what nobody expected goes to the log. */
export function toFault(error: unknown, log: Log, where: string): Fault {
  if (error instanceof RoundsError)
    return { code: error.code, message: error.message, details: error.details };
  if (isFull(error)) {
    return {
      code: 'database/read-only',
      message:
        'The disk is full or the folder cannot be written. Nothing was changed. Free some space and try again.',
    };
  }
  const reference = log.fault(where, error);
  return {
    code: 'internal',
    message: `Something went wrong that Rounds did not expect. Nothing was changed. Reference ${reference}.`,
    details: { reference },
  };
}

function isMethod(method: unknown): method is MethodName {
  return typeof method === 'string' && Object.hasOwn(contract, method);
}

function isConstraint(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE_CONSTRAINT')
  );
}

function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    code === 'SQLITE_FULL' ||
    code === 'ENOSPC' ||
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_IOERR')
  );
}

function refuse(error: Fault): Answer {
  return { ok: false, error };
}

function inputFault(error: z.ZodError): Fault {
  const [issue] = error.issues;
  if (issue?.code === 'too_big' && issue.path.at(-1) === 'base64')
    return {
      code: 'request/too-large',
      message: 'This file is larger than Rounds can take. Choose a smaller file, or split it into parts.',
    };
  const place = issue?.path.join(' › ');
  return {
    code: 'request/invalid',
    message: place
      ? `“${place}” is not filled in correctly: ${issue?.message ?? 'check it'}.`
      : 'The request is not filled in correctly.',
  };
}
