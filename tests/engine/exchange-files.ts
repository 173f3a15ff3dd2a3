import { z } from 'zod';
import type { Output } from '../../src/shared/contract/index.ts';
import type { ModuleContent } from '../../src/shared/contract/modules.ts';
import { ERROR_CODES, RoundsError } from '../../src/shared/errors.ts';
import { exampleModule } from '../../src/shared/modules/example-module.ts';
import type { TestEngine } from './fixture.ts';

/** A module's content for a file: an hour of foundations, and what `rest` says otherwise. */
export function exchangeModule(code: string, rest: Partial<ModuleContent> = {}): ModuleContent {
  const { id, origin, edited, retired, ...content } = exampleModule(code, rest);
  return content;
}

/** The text of an exchange file. */
export function exchangeText(parts: {
  readonly modules?: readonly unknown[];
  readonly curricula?: readonly unknown[];
  readonly competencies?: readonly unknown[];
}): string {
  return JSON.stringify({ format: 'rounds-curriculum', version: 1, ...parts });
}

type Rehearsal = Output<'exchange.rehearsal'>;

/** Looks at a file that holds a text or bytes. @throws RoundsError when it is refused */
export async function rehearseExchange(
  office: TestEngine,
  content: string | Buffer,
  fileName = 'modules.json',
  dateOrder?: NonNullable<Rehearsal['dateChoice']>['order'],
): Promise<Rehearsal> {
  const base64 = Buffer.from(content).toString('base64');
  const { fault, result } = await office.job('exchange.rehearse', {
    fileName,
    base64,
    ...(dateOrder ? { dateOrder } : {}),
  });
  if (fault) throw new RoundsError(ErrorCode.parse(fault.code), fault.message);
  return office.ask('exchange.rehearsal', RehearsalName.parse(result));
}

const RehearsalName = z.strictObject({ rehearsalId: z.string() });
const ErrorCode = z.enum(ERROR_CODES);

/** The refusal of a file. @throws when it is not refused */
export async function refusedExchange(
  office: TestEngine,
  content: string | Buffer,
  fileName = 'modules.json',
): Promise<RoundsError> {
  try {
    await rehearseExchange(office, content, fileName);
  } catch (error) {
    if (error instanceof RoundsError) return error;
    throw error;
  }
  throw new Error(`${fileName} was not refused`);
}

/** Applies a rehearsal and answers with the id by which it can be undone. */
export async function applyExchange(
  office: TestEngine,
  rehearsalId: string,
  leaveOut: number[] = [],
  copies: number[] = [],
): Promise<Output<'exchange.apply'> & { readonly changeId: number }> {
  const answer = await office.engine.call('exchange.apply', { rehearsalId, leaveOut, copies });
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  // The engine answers what the contract says of this method.
  return { ...(answer.value as Output<'exchange.apply'>), changeId: answer.changeId ?? 0 };
}

/** The text of a file that the engine made. */
export function textOf({ base64 }: { readonly base64: string }): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

/** Content of every module of the library, by code. */
export async function libraryOf(office: TestEngine): Promise<ReadonlyMap<string, ModuleContent>> {
  const modules = await office.ask('modules.list', {});
  return new Map(
    modules.map(({ id, origin, edited, retired, ...content }) => [content.code, content] as const),
  );
}
