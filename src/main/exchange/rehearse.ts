import { randomUUID } from 'node:crypto';
import type { CurriculumContent } from '../../shared/contract/curricula.ts';
import type { ExchangeFate, ExchangeRehearsal, ExchangeRow } from '../../shared/contract/exchange.ts';
import { moduleIdsOf } from '../../shared/curricula/outline.ts';
import { RoundsError } from '../../shared/errors.ts';
import { changesBetween } from '../../shared/exchange/changes.ts';
import { counted } from '../../shared/format.ts';
import { draftsOf } from '../curricula/index.ts';
import type { OfficeFile, Reader } from '../database/index.ts';
import { listCompetencies, listModules } from '../modules/index.ts';
import { freeTitles } from './free-titles.ts';
import { type FileRows, type Judgement, judgeFile, type OfficeNow } from './judge-file.ts';
import { readExchangeFile } from './read-file.ts';
import { contentOf, readCurricula, readModules } from './read-rows.ts';

/** A rehearsal that waits to be applied. */
export type KeptRehearsal = {
  readonly fileName: string;
  readonly rows: FileRows;
  readonly judgement: Judgement;
  /** The end of the office's history at that time, by its hash: an act since, or a restore, asks for a new rehearsal. */
  readonly historyEnd: string;
};

/** Rows that the window is shown; a larger file is kept whole here. */
const SHOWN = 5_000;
/** A large file takes some hundred megabytes. */
const KEPT = 3;
/** Drafts that are named with a module. */
const DRAFTS_NAMED = 5;
/** By office file, so that two engines in one process do not mix. */
const kept = new WeakMap<OfficeFile, Map<string, KeptRehearsal>>();

/** Reads a file and says what each module and curriculum would become. Writes nothing. */
export async function rehearse(
  file: OfficeFile,
  read: Reader,
  { fileName, base64 }: { readonly fileName: string; readonly base64: string },
): Promise<ExchangeRehearsal> {
  const raw = await readExchangeFile(fileName, Buffer.from(base64, 'base64'));
  const office = officeNow(read);
  const byCode = new Map(office.library.map((module) => [module.code, module]));
  const names = new Map(office.competencies.map(({ code, name }) => [code, name]));
  const rows = { modules: readModules(raw, byCode, names), curricula: readCurricula(raw.curricula) };
  const judgement = judgeFile(rows, office, new Set());
  const rehearsalId = randomUUID();
  keep(file, rehearsalId, { fileName, rows, judgement, historyEnd: historyEnd(read) });
  const counts = countFates(judgement);
  return {
    rehearsalId,
    fileName,
    form: raw.form,
    total: judgement.size,
    counts,
    notices: [...noticesOf(rows, judgement, office)],
    rows: [...shownRows(rows, judgement, office)],
    columns: [...raw.columns],
  };
}

/** What the office has now. */
export function officeNow(read: Reader): OfficeNow {
  return { library: listModules(read), competencies: listCompetencies(read), drafts: draftsOf(read) };
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

function countFates(judgement: Judgement): Record<ExchangeFate, number> {
  const counts: Record<ExchangeFate, number> = { new: 0, changes: 0, same: 0, error: 0 };
  for (const { fate } of judgement.values()) counts[fate] += 1;
  return counts;
}

function noticesOf({ modules }: FileRows, judgement: Judgement, { drafts }: OfficeNow): readonly string[] {
  const changed = new Set(
    modules.flatMap(({ row, before }) =>
      before && judgement.get(row)?.fate === 'changes' ? [before.id] : [],
    ),
  );
  const touched = [...drafts.values()].filter(({ items }) =>
    moduleIdsOf(items).some((id) => changed.has(id)),
  );
  const retired = modules.filter(
    ({ row, before }) => before?.retired === true && judgement.get(row)?.fate === 'changes',
  );
  return [
    ...(touched.length === 0
      ? []
      : [
          `${counted(touched.length, 'draft holds', 'drafts hold')} modules that change, and will show them as they read then. Published versions stay as they are.`,
        ]),
    ...(retired.length === 0
      ? []
      : [
          `${counted(retired.length, 'module that changes is', 'modules that change are')} retired and will stay so. Bring them back in the library to use them.`,
        ]),
  ];
}

/** What needs a look comes first, then the order of the file. */
const URGENCY: Readonly<Record<ExchangeFate, number>> = { error: 0, changes: 1, new: 2, same: 3 };

function shownRows(rows: FileRows, judgement: Judgement, office: OfficeNow): readonly ExchangeRow[] {
  const order = [...judgement]
    .toSorted(([a, one], [b, other]) => URGENCY[one.fate] - URGENCY[other.fate] || a - b)
    .slice(0, SHOWN);
  const modules = new Map(rows.modules.map((module) => [module.row, module]));
  const curricula = new Map(rows.curricula.map((curriculum) => [curriculum.row, curriculum]));
  const drafts = draftsByModule(office.drafts);
  const titles = freeTitles(
    rows.curricula.filter(({ row }) => judgement.get(row)?.fate === 'new').map(({ title }) => title),
    office.drafts,
  );
  const newTitles = new Map(
    rows.curricula
      .filter(({ row }) => judgement.get(row)?.fate === 'new')
      .map(({ row }, index) => [row, titles[index] ?? '']),
  );
  return order.flatMap(([row, { fate, problems }]): readonly ExchangeRow[] => {
    const module = modules.get(row);
    if (module)
      return [
        {
          row,
          what: 'module',
          code: module.code,
          title: module.title,
          fate,
          problems: [...problems],
          changes:
            fate === 'changes' && module.before && module.content
              ? [...changesBetween(contentOf(module.before), module.content)]
              : [],
          drafts: fate === 'changes' && module.before ? [...(drafts.get(module.before.id) ?? [])] : [],
        },
      ];
    const curriculum = curricula.get(row);
    if (!curriculum) return [];
    const title = newTitles.get(row) ?? curriculum.title;
    const renamed = title === curriculum.title ? [] : [{ field: 'Title', from: curriculum.title, to: title }];
    return [
      {
        row,
        what: 'curriculum',
        code: '',
        title: curriculum.title,
        fate,
        problems: [...problems],
        changes: renamed,
        drafts: [],
      },
    ];
  });
}

function draftsByModule(
  drafts: ReadonlyMap<number, CurriculumContent>,
): ReadonlyMap<number, readonly string[]> {
  const titles = new Map<number, string[]>();
  for (const { title, items } of drafts.values())
    for (const id of moduleIdsOf(items)) {
      const list = titles.get(id) ?? [];
      if (list.length < DRAFTS_NAMED) list.push(title);
      titles.set(id, list);
    }
  return titles;
}
