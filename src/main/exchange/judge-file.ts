import type { CurriculumContent } from '../../shared/contract/curricula.ts';
import type { ExchangeFate } from '../../shared/contract/exchange.ts';
import type { Competency, Module } from '../../shared/contract/modules.ts';
import { judgeCurriculum, type ModuleStanding } from '../../shared/exchange/judge-curriculum.ts';
import { judgeModulesInSteps } from '../../shared/exchange/judge-modules.ts';
import { atOnce, type Steps } from '../../shared/exchange/steps.ts';
import { fingerprintOf, toExchange } from './curriculum-form.ts';
import type { FileCurriculum, FileModule } from './read-rows.ts';

/** What the office has at the moment. */
export type OfficeNow = {
  readonly library: readonly Module[];
  readonly competencies: readonly Competency[];
  readonly drafts: ReadonlyMap<number, CurriculumContent>;
};

/** The rows of a file as they were read. */
export type FileRows = {
  readonly modules: readonly FileModule[];
  readonly curricula: readonly FileCurriculum[];
};

/** What becomes of each row, by its number. */
export type Judgement = ReadonlyMap<
  number,
  { readonly fate: ExchangeFate; readonly problems: readonly string[] }
>;

/** Judges a file against the office; rows that are left out count as if they were not in it. */
export function judgeFile(rows: FileRows, office: OfficeNow, leftOut: ReadonlySet<number>): Judgement {
  return atOnce(judgeFileInSteps(rows, office, leftOut));
}

/** {@link judgeFile}, a row a step. */
export function* judgeFileInSteps(
  { modules, curricula }: FileRows,
  office: OfficeNow,
  leftOut: ReadonlySet<number>,
): Steps<Judgement> {
  const competencies = new Set(office.competencies.map(({ code }) => code));
  const here = modules.filter(({ row }) => !leftOut.has(row));
  // What the library has already is not written, so it is judged as the library's.
  const problems = yield* judgeModulesInSteps(
    here
      .filter(({ same }) => !same)
      .map((module) => ({
        row: module.row,
        code: module.code,
        content: module.content ?? module.fields,
        problems: module.problems,
        isNew: module.before === null,
      })),
    office.library,
    competencies,
  );
  const judgement = new Map<number, { fate: ExchangeFate; problems: readonly string[] }>();
  const standing = new Map<string, ModuleStanding>(office.library.map(({ code }) => [code, 'there']));
  for (const { row, code, same, before } of here) {
    yield;
    const wrong = problems.get(row);
    judgement.set(row, {
      fate: wrong ? 'error' : same ? 'same' : before ? 'changes' : 'new',
      problems: wrong ?? [],
    });
    standing.set(code, wrong ? 'wrong' : 'there');
  }
  const drafts = curricula.length === 0 ? new Set<string>() : draftFingerprints(office);
  for (const { row, content, fields, problems: own } of curricula) {
    yield;
    if (leftOut.has(row)) continue;
    const all = [
      ...own,
      ...judgeCurriculum(content ?? fields, (code) => standing.get(code) ?? 'missing', competencies),
    ];
    const same = content !== null && drafts.has(fingerprintOf(content));
    judgement.set(row, { fate: all.length > 0 ? 'error' : same ? 'same' : 'new', problems: all });
  }
  return judgement;
}

function draftFingerprints({ library, drafts }: OfficeNow): ReadonlySet<string> {
  const codes = new Map(library.map(({ id, code }) => [id, code]));
  return new Set([...drafts.values()].map((draft) => fingerprintOf(toExchange(draft, codes))));
}
