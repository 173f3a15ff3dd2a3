import { dateInZone } from '../../shared/activities/schedule.ts';
import type { PathwayAnswer, SkippedModule } from '../../shared/contract/pathway-answer.ts';
import type { SavedPathway } from '../../shared/contract/pathways.ts';
import type { FileOutput } from '../../shared/contract/primitives.ts';
import { quartersFromMinutes, type Rounding } from '../../shared/credit/quarter-hours.ts';
import { audienceName } from '../../shared/curricula/words.ts';
import { RoundsError } from '../../shared/errors.ts';
import {
  counted,
  formatCredits,
  formatCreditsFixed,
  formatDate,
  formatMinutes,
} from '../../shared/format.ts';
import { type ModuleNames, reasonWords, skippedWords, warningWords } from '../../shared/pathways/words.ts';
import type { PageRenderer, PathwayDocument } from '../certificates/index.ts';
import { printedFile } from '../curricula/index.ts';
import type { Reader } from '../database/index.ts';
import { officeForPages } from '../office/index.ts';

type Solved = Extract<PathwayAnswer, { status: 'solved' }>;

/**
 * A saved pathway as a PDF of one page. @throws RoundsError `pathways/not-solved` when there is no pathway to print,
 * `certificates/render-failed`
 */
export async function pathwayFile(
  read: Reader,
  pages: PageRenderer,
  saved: SavedPathway,
): Promise<FileOutput> {
  const { answer } = saved;
  if (answer.status !== 'solved')
    throw new RoundsError(
      'pathways/not-solved',
      'This request has no pathway to print. Change what it asks for and compute it again.',
    );
  return printedFile(pages, pathwayDocument(read, saved, answer), {
    what: 'pathway',
    title: saved.personName,
    ending: 'pathway',
    advice: 'Replace it and print again.',
  });
}

function pathwayDocument(read: Reader, saved: SavedPathway, answer: Solved): PathwayDocument {
  const office = officeForPages(read);
  const { request } = saved;
  const person = read.first(
    read.from.selectFrom('people').select('credentials').where('id', '=', saved.personId),
  );
  const credits = formatCredits(answer.creditQuarters);
  const named = namesOnSheet(answer);
  const noun = answer.creditQuarters === 4 ? 'credit' : 'credits';
  return {
    kind: 'pathway',
    paper: office.paper,
    providerName: office.providerName,
    title: saved.title,
    learnerName: saved.personName,
    credentials: person?.credentials ?? '',
    facts: [
      { label: 'Computed', value: formatDate(dateInZone(saved.savedAt, office.timeZone)) },
      { label: 'Specialty', value: request.specialty === '' ? '' : audienceName(request.specialty) },
      {
        label: 'Practice area',
        value: request.practiceArea === '' ? '' : audienceName(request.practiceArea),
      },
      {
        label: 'Credit wanted',
        value: request.creditQuarters === 0 ? '' : formatCredits(request.creditQuarters),
      },
      {
        label: 'Time at most',
        value: request.maximumMinutes === null ? '' : formatMinutes(request.maximumMinutes),
      },
    ].filter(({ value }) => value !== ''),
    totalLine: `${formatMinutes(answer.minutes)} in ${counted(answer.steps.length, 'module', 'modules')}, ${credits} ${noun}`,
    levelsLine: 'Levels: 0 nothing on record, 1 aware, 2 apply, 3 lead.',
    targets: answer.targets.map(({ competencyCode, name, current, target, reached }) => ({
      code: competencyCode,
      name,
      now: current,
      target,
      reached,
    })),
    steps: answer.steps.map(({ code, title, minutes, reasons }, index) => ({
      number: index + 1,
      code,
      title,
      minutes: formatMinutes(minutes),
      credits: stepCredits(minutes, office.rounding),
      reason: reasons[0] ? reasonWords(reasons[0], named) : '',
    })),
    skipped: answer.skipped
      .filter(isKnown)
      .map(({ title, why }) => ({ title, reason: skippedWords(why, named) })),
    // What was decided by hand stands in a list of its own.
    warnings: answer.warnings
      .filter(({ kind }) => kind !== 'waived')
      .map((warning) => warningWords(warning, named)),
    byHand: byHand(saved, named),
    creditLine: `Suggested, not awarded credit. ${answer.minutes} min ÷ 60, ${office.rounding === 'nearest' ? 'to the nearest quarter hour' : 'down to a quarter hour'}: ${credits}, rounded once over all modules. Credit is designated and awarded for an activity.`,
    savedAt: saved.savedAt,
  };
}

function stepCredits(minutes: number, rounding: Rounding): string {
  return formatCreditsFixed(quartersFromMinutes(minutes, rounding));
}

/** Of everything that was left out, the learner is told what the targets would lead to and is known already. */
function isKnown({ why, forTargets }: SkippedModule): boolean {
  if (why.kind === 'sentence') return isKnownSentence(why.sentence);
  return forTargets && (why.kind === 'already-shown' || why.kind === 'completed');
}

/** An earlier version of the program saved the sentence alone; these are the two that it wrote for what is known. */
function isKnownSentence(sentence: string): boolean {
  return /^(?:The learner already shows|Completed on) /.test(sentence);
}

/** A module as the sheet shows it: by its number there, or by its title; codes are not printed. */
function namesOnSheet(answer: Solved): ModuleNames {
  const numbers = new Map(answer.steps.map(({ code }, index) => [code, `No. ${index + 1}`]));
  const titles = new Map(answer.skipped.map(({ code, title }) => [code, `“${title}”`]));
  return (code) => numbers.get(code) ?? titles.get(code) ?? code;
}

function byHand(saved: SavedPathway, named: ModuleNames): PathwayDocument['byHand'] {
  const { include, exclude, waived } = saved.request;
  return [
    ...include.map(({ code, reason }) => ({ what: `Put in: ${named(code)}`, reason })),
    ...exclude.map(({ code, reason }) => ({ what: `Left out: ${named(code)}`, reason })),
    ...waived.map(({ code, reason }) => ({ what: `Counted as known: ${named(code)}`, reason })),
    ...saved.levels
      .filter(({ basis }) => basis === 'override')
      .map(({ competencyCode, level, explanation }) => ({
        what: `Level of ${competencyCode} set to ${level}`,
        reason: explanation,
      })),
  ];
}
