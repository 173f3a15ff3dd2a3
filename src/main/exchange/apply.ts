import type { Output } from '../../shared/contract/index.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted, formatCount } from '../../shared/format.ts';
import { addCurriculum } from '../curricula/index.ts';
import type { OfficeFile, Writer } from '../database/index.ts';
import { addJudgedModule, changeJudgedModule } from '../modules/index.ts';
import { fromExchange } from './curriculum-form.ts';
import { freeTitles } from './free-titles.ts';
import { judgeFile, type OfficeNow } from './judge-file.ts';
import { type KeptRehearsal, officeNow, takeRehearsal } from './rehearse.ts';

/** Codes and titles that a refusal names. */
const NAMED = 5;

/**
 * Writes what a rehearsal said, as one change: all of it or nothing.
 * @throws RoundsError `exchange/rehearsal-gone`, `exchange/left-out-needed`, `exchange/nothing-to-apply`
 */
export function applyRehearsal(
  file: OfficeFile,
  write: Writer,
  rehearsalId: string,
  leaveOut: readonly number[],
  /** Rows of curricula that read the same as a draft and come in all the same. */
  copies: readonly number[],
): Output<'exchange.apply'> {
  const rehearsal = takeRehearsal(file, write, rehearsalId);
  const office = officeNow(write);
  const out = new Set(leaveOut);
  for (const [row, { fate }] of rehearsal.judgement) if (fate === 'error') out.add(row);
  refuseWhatIsNeeded(rehearsal, office, out);
  const modules = rehearsal.rows.modules.filter(({ row, same }) => !out.has(row) && !same);
  const copied = new Set(copies);
  const curricula = rehearsal.rows.curricula.filter(({ row }) => {
    const fate = rehearsal.judgement.get(row)?.fate;
    return !out.has(row) && (fate === 'new' || (fate === 'same' && copied.has(row)));
  });
  const created = modules.filter(({ before }) => before === null).length;
  const changed = modules.length - created;
  if (modules.length + curricula.length === 0)
    throw new RoundsError(
      'exchange/nothing-to-apply',
      'Nothing of this file is left to import. Take something in again, or choose another file.',
    );
  write.describe(titleOf(rehearsal.fileName, created, changed, curricula.length));
  const ids = new Map(office.library.map(({ code, id }) => [code, id]));
  for (const { code, before, content } of modules) {
    if (!content) throw new Error(`row of ${code} was judged without its content`);
    if (before) changeJudgedModule(write, before, content);
    else ids.set(code, addJudgedModule(write, content));
  }
  const titles = freeTitles(
    curricula.map(({ title }) => title),
    office.drafts,
  );
  const curriculumIds = curricula.map(({ content, title }, index) => {
    if (!content) throw new Error(`the curriculum “${title}” was judged without its content`);
    return addCurriculum(write, { ...fromExchange(content, ids), title: titles[index] ?? title });
  });
  const done = created + changed + curriculumIds.length;
  return { created, changed, left: rehearsal.judgement.size - done, curriculumIds };
}

/** Leaving a row out may take away what others build on: they are told by name, and nothing is written. */
function refuseWhatIsNeeded({ rows }: KeptRehearsal, office: OfficeNow, out: ReadonlySet<number>): void {
  const again = judgeFile(rows, office, out);
  const broken = [...again].filter(([, { fate }]) => fate === 'error');
  if (broken.length === 0) return;
  const names = new Map([
    ...rows.modules.map(({ row, code }) => [row, code] as const),
    ...rows.curricula.map(({ row, title }) => [row, `“${title}”`] as const),
  ]);
  const shown = broken.slice(0, NAMED).map(([row]) => names.get(row) ?? '');
  const more = broken.length - shown.length;
  throw new RoundsError(
    'exchange/left-out-needed',
    `${shown.join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''} cannot do without what is left out. Take it in again, or leave ${broken.length === 1 ? 'this' : 'these'} out too.`,
    { rows: broken.map(([row]) => row).join(',') },
  );
}

function titleOf(fileName: string, created: number, changed: number, curricula: number): string {
  const parts = [
    ...(created > 0 ? [counted(created, 'new module', 'new modules')] : []),
    ...(changed > 0 ? [counted(changed, 'changed module', 'changed modules')] : []),
    ...(curricula > 0 ? [counted(curricula, 'curriculum', 'curricula')] : []),
  ];
  return `Imported “${fileName}”: ${parts.join(', ')}`;
}
