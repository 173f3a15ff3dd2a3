import type { CurriculumContent } from '../../shared/contract/curricula.ts';
import type { ExchangeFate, ExchangeRehearsal, ExchangeRow } from '../../shared/contract/exchange.ts';
import type { Output } from '../../shared/contract/index.ts';
import { moduleIdsOf } from '../../shared/curricula/outline.ts';
import { changesBetween } from '../../shared/exchange/changes.ts';
import { counted } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import type { OfficeFile } from '../database/index.ts';
import { freeTitles } from './free-titles.ts';
import type { FileRows, Judgement, OfficeNow } from './judge-file.ts';
import { contentOf } from './read-rows.ts';
import { type KeptRehearsal, keptRehearsal } from './rehearse.ts';

/** Rows that the window is shown at once; a larger file is kept whole here. */
const SHOWN = 5_000;
/** Drafts that are named with a module. */
const DRAFTS_NAMED = 5;
/** What needs a look comes first, then the order of the file. */
const URGENCY: Readonly<Record<ExchangeFate, number>> = { error: 0, changes: 1, new: 2, same: 3 };

/** What a rehearsal found, as the window shows it. @throws RoundsError `exchange/rehearsal-gone` */
export function rehearsed(file: OfficeFile, rehearsalId: string): ExchangeRehearsal {
  const kept = keptRehearsal(file, rehearsalId);
  const { fileName, form, rows, judgement, office, columns, dateChoice, notices } = kept;
  return {
    rehearsalId,
    fileName,
    form,
    total: judgement.size,
    counts: countFates(judgement),
    notices: [...notices, ...noticesOf(rows, judgement, office)],
    rows: [...shownRows(kept, [...judgement.keys()])],
    writes: { new: rowsOfFate(judgement, 'new'), changes: rowsOfFate(judgement, 'changes') },
    dateChoice,
    columns: [...columns],
  };
}

/** Rows by what becomes of them and by words, among all rows of the file. @throws RoundsError `exchange/rehearsal-gone` */
export function rehearsedRows(
  file: OfficeFile,
  rehearsalId: string,
  fate: ExchangeFate | null,
  text: string,
): Output<'exchange.rows'> {
  const kept = keptRehearsal(file, rehearsalId);
  const words = fold(text).split(' ').filter(Boolean);
  const named = [
    ...kept.rows.modules.map(({ row, code, title }) => ({ row, words: `${code} ${title}` })),
    ...kept.rows.curricula.map(({ row, title }) => ({ row, words: title })),
  ];
  const fitting = named.flatMap(({ row, words: name }) => {
    const judged = kept.judgement.get(row);
    if (!judged || (fate !== null && judged.fate !== fate)) return [];
    if (words.length === 0) return [row];
    const folded = fold(`${name} ${judged.problems.join(' ')}`);
    return words.every((word) => folded.includes(word)) ? [row] : [];
  });
  return {
    rows: [...shownRows(kept, fitting)],
    total: fitting.length,
    writing: fitting.filter((row) => {
      const found = kept.judgement.get(row)?.fate;
      return found === 'new' || found === 'changes';
    }),
  };
}

function rowsOfFate(judgement: Judgement, wanted: ExchangeFate): number[] {
  return [...judgement].flatMap(([row, { fate }]) => (fate === wanted ? [row] : []));
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

/** The rows of some numbers in full, those that need a look first; at most as many as the window is shown. */
function shownRows(
  { rows, judgement, office }: KeptRehearsal,
  chosen: readonly number[],
): readonly ExchangeRow[] {
  const order = chosen
    .flatMap((row) => {
      const judged = judgement.get(row);
      return judged ? [[row, judged] as const] : [];
    })
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
