import { randomUUID } from 'node:crypto';
import type { ParsedInput } from '../../shared/contract/index.ts';
import { RoundsError } from '../../shared/errors.ts';
import { draftsOf } from '../curricula/index.ts';
import type { OfficeFile, Reader } from '../database/index.ts';
import { listCompetencies, listModules } from '../modules/index.ts';
import { type FileRows, type Judgement, judgeFileInSteps, type OfficeNow } from './judge-file.ts';
import { type RawFile, readExchangeFile } from './read-file.ts';
import { readCurricula, readModules } from './read-rows.ts';
import type { Slices } from './slices.ts';

/** A rehearsal that waits to be applied. */
export type KeptRehearsal = {
  readonly fileName: string;
  readonly form: RawFile['form'];
  readonly columns: RawFile['columns'];
  readonly dateChoice: RawFile['dateChoice'];
  readonly notices: RawFile['notices'];
  readonly rows: FileRows;
  /** The office as the file was judged against it. */
  readonly office: OfficeNow;
  readonly judgement: Judgement;
  /** The end of the office's history at that time, by its hash: an act since, or a restore, asks for a new rehearsal. */
  readonly historyEnd: string;
};

type Request = Pick<ParsedInput<'exchange.rehearse'>, 'fileName' | 'base64' | 'dateOrder'>;

/** A large file takes some hundred megabytes. */
const KEPT = 3;
/** By office file, so that two engines in one process do not mix. */
const kept = new WeakMap<OfficeFile, Map<string, KeptRehearsal>>();

/**
 * Reads a file and finds what each module and curriculum would become, in slices. Writes nothing.
 * @returns the id by which the rehearsal is known.
 * @throws RoundsError `exchange/unreadable`, `exchange/too-large`, `jobs/cancelled`
 */
export async function rehearse(
  file: OfficeFile,
  read: Reader,
  { fileName, base64, dateOrder }: Request,
  slices: Slices,
): Promise<string> {
  const raw = await readExchangeFile(fileName, Buffer.from(base64, 'base64'), dateOrder ?? null, slices);
  // What is written from here on, between two slices, shows in the history and asks for a new look.
  const end = historyEnd(read);
  const office = officeNow(read);
  const byCode = new Map(office.library.map((module) => [module.code, module]));
  const names = new Map(office.competencies.map(({ code, name }) => [code, name]));
  const total = raw.modules.length + raw.curricula.length;
  const modules = await slices.all(readModules(raw, byCode, names, (done) => slices.progress(done, total)));
  const curricula = await slices.all(
    readCurricula(raw.curricula, (done) => slices.progress(modules.length + done, total)),
  );
  const rows = { modules, curricula };
  const judgement = await slices.all(judgeFileInSteps(rows, office, new Set()));
  const { form, columns, dateChoice, notices } = raw;
  const rehearsalId = randomUUID();
  keep(file, rehearsalId, {
    fileName,
    form,
    columns,
    dateChoice,
    notices,
    rows,
    office,
    judgement,
    historyEnd: end,
  });
  return rehearsalId;
}

/** What the office has now. */
export function officeNow(read: Reader): OfficeNow {
  return { library: listModules(read), competencies: listCompetencies(read), drafts: draftsOf(read) };
}

/** A kept rehearsal. @throws RoundsError `exchange/rehearsal-gone` when it is gone */
export function keptRehearsal(file: OfficeFile, rehearsalId: string): KeptRehearsal {
  const found = kept.get(file)?.get(rehearsalId);
  if (!found)
    throw new RoundsError(
      'exchange/rehearsal-gone',
      'It is too long ago that this file was looked at. Choose the file again; nothing was imported.',
    );
  return found;
}

/** A kept rehearsal. @throws RoundsError `exchange/rehearsal-gone` when it is gone or the office has changed since */
export function takeRehearsal(file: OfficeFile, read: Reader, rehearsalId: string): KeptRehearsal {
  const found = kept.get(file)?.get(rehearsalId);
  if (found?.historyEnd !== historyEnd(read))
    throw new RoundsError(
      'exchange/rehearsal-gone',
      'Something in the office has changed since this file was looked at. Choose the file again; nothing was imported.',
    );
  return found;
}

function keep(file: OfficeFile, rehearsalId: string, rehearsal: KeptRehearsal): void {
  const own = kept.get(file) ?? new Map<string, KeptRehearsal>();
  kept.set(file, own);
  own.set(rehearsalId, rehearsal);
  const [oldest] = own.keys();
  if (own.size > KEPT && oldest !== undefined) own.delete(oldest);
}

function historyEnd(read: Reader): string {
  return read.first(read.from.selectFrom('audit').select('hash').orderBy('id', 'desc').limit(1))?.hash ?? '';
}
