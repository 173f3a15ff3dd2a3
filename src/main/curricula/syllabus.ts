import type { FileOutput } from '../../shared/contract/primitives.ts';
import { exactCredits, quartersFromMinutes } from '../../shared/credit/quarter-hours.ts';
import {
  type ConstraintCheck,
  checkInWords,
  checksInWords,
} from '../../shared/curricula/constraint-checks.ts';
import { ruleInWords } from '../../shared/curricula/elective-words.ts';
import { electiveSpan } from '../../shared/curricula/electives.ts';
import { modulesInWords, spanInWords } from '../../shared/curricula/figures.ts';
import { domainName, formatName } from '../../shared/curricula/words.ts';
import {
  counted,
  formatCredits,
  formatCreditsFixed,
  formatDate,
  formatMinutes,
  formatShortDateRange,
  sentenceCase,
} from '../../shared/format.ts';
import { objectiveVerb } from '../../shared/modules/bloom.ts';
import type { PageRenderer, SyllabusDocument } from '../certificates/index.ts';
import type { Reader } from '../database/index.ts';
import { printedFile } from './printed-file.ts';
import { printedOutline } from './sheet-outline.ts';
import { numberReferences } from './sheet-references.ts';
import { draftSubject, type SheetSubject, versionSubject } from './sheet-subject.ts';

/** The syllabus of a published version as a PDF. @throws RoundsError `versions/not-found`, `certificates/render-failed` */
export function syllabusFile(read: Reader, pages: PageRenderer, versionId: number): Promise<FileOutput> {
  return printed(pages, versionSubject(read, versionId));
}

/** The syllabus of a draft, marked as one. @throws RoundsError `curricula/not-found`, `curricula/empty`, `certificates/render-failed` */
export function draftSyllabusFile(
  read: Reader,
  pages: PageRenderer,
  curriculumId: number,
): Promise<FileOutput> {
  return printed(pages, draftSubject(read, curriculumId));
}

function printed(pages: PageRenderer, subject: SheetSubject): Promise<FileOutput> {
  return printedFile(pages, syllabusDocument(subject), {
    what: 'syllabus',
    title: subject.title,
    ending: `${subject.fileEnding} syllabus`,
    advice: subject.isDraft ? 'Replace it, then print again.' : 'Replace it and publish again.',
  });
}

function syllabusDocument(subject: SheetSubject): SyllabusDocument {
  const { office, found, modules } = subject;
  const { references, numbersOf } = numberReferences(modules);
  return {
    kind: 'syllabus',
    paper: office.paper,
    mark: subject.isDraft ? 'DRAFT' : null,
    providerName: office.providerName,
    title: subject.title,
    versionLine: subject.versionLine,
    description: subject.description,
    facts: sheetFacts(subject),
    constraints: found.checks.map(({ name, figure, gap, status }) => ({
      text: name,
      found: sentenceCase([figure, gap].filter((part) => part !== '').join(', ')),
      holds: status === 'holds' ? 'Yes' : status === 'fails' ? 'No' : 'With some electives',
    })),
    domains: sheetDomains(subject),
    weeks: printedWeeks(subject),
    outline: printedOutline(subject.items, modules),
    modules: printedModules(subject, numbersOf),
    matrix: found.coverage.map(({ code, name, domain, target, attained }) => ({
      code,
      name,
      domain: domainName(domain),
      target,
      attained,
      levels: modules.map((module) => module.competencies.find((given) => given.code === code)?.level ?? 0),
    })),
    references,
    creditSum: creditSum(subject),
    creditLine:
      'All minutes are added up first and rounded once, so modules and domains may not add up to the total. Credit is designated for an activity that teaches this curriculum, not for the curriculum.',
    publishedAt: subject.datedAt,
  };
}

/** What stands at the head of a sheet; facts that are not known are left out. */
export function sheetFacts(subject: SheetSubject): SyllabusDocument['facts'] {
  const { found, audience, delivery, award } = subject;
  const span = { least: found.minutes, most: found.mostMinutes };
  const credit = { least: found.creditQuarters, most: found.mostCreditQuarters };
  return [
    { label: 'Audience', value: audience },
    { label: 'Delivery', value: delivery },
    { label: 'Award', value: award },
    { label: 'Modules', value: modulesInWords(found.counts) },
    { label: 'Time', value: spanInWords(span, formatMinutes) },
    { label: 'Credit', value: spanInWords(credit, formatCredits) },
    { label: 'Schedule', value: scheduleFact(subject) },
    { label: 'Constraints', value: constraintsFact(found.checks) },
  ]
    .filter(({ value }) => value.trim() !== '')
    .map(({ label, value }) => ({ label, value: sentenceCase(value.replace(/\s+/g, ' ')) }));
}

/** How many constraints hold, and which do not and by how much. */
function constraintsFact(checks: readonly ConstraintCheck[]): string {
  if (checks.length === 0) return '';
  const open = checks.filter(({ status }) => status !== 'holds').map(checkInWords);
  return [`${checksInWords(checks)}.`, ...open.map((line) => `${line}.`)].join(' ');
}

/** The schedule week by week; without a first day the weeks have numbers only. */
function printedWeeks({ found }: SheetSubject): SyllabusDocument['weeks'] {
  return (found.workload?.weeks ?? []).map(({ week, from, to, minutes, mostMinutes, modules }) => ({
    week: from === null || to === null ? `Week ${week}` : `Week ${week}: ${formatShortDateRange(from, to)}`,
    modules: modules
      .map(({ number, module, group }) => `${number}. ${module.title}${group === null ? '' : ' (elective)'}`)
      .join('; '),
    time: mostMinutes === 0 ? '–' : spanInWords({ least: minutes, most: mostMinutes }, formatMinutes),
  }));
}

/** Over how many weeks, and from when. */
function scheduleFact({ found, schedule }: SheetSubject): string {
  const weeks = found.workload?.weeks.length ?? 0;
  const first = schedule.startsOn === null ? '' : `from ${formatDate(schedule.startsOn)}`;
  return [weeks === 0 ? '' : counted(weeks, 'week', 'weeks'), first].filter((part) => part !== '').join(' ');
}

/** Minutes and credit of the four domains, each as if it stood alone, from least to most. */
export function sheetDomains({ found }: SheetSubject): SyllabusDocument['domains'] {
  return found.domains.map(({ domain, minutes, mostMinutes, creditQuarters, mostCreditQuarters }) => ({
    domain: domainName(domain),
    minutes,
    time: spanInWords({ least: minutes, most: mostMinutes }, String),
    credits: spanInWords({ least: creditQuarters, most: mostCreditQuarters }, formatCreditsFixed),
  }));
}

function printedModules(
  { modules, office }: SheetSubject,
  numbersOf: (moduleId: number) => readonly number[],
): SyllabusDocument['modules'] {
  const titles = new Map(modules.map((module, index) => [module.code, `${index + 1}. ${module.title}`]));
  return modules.map((module, index) => ({
    number: index + 1,
    code: module.code,
    title: module.title,
    domain: domainName(module.domain),
    format: formatName(module.format),
    minutes: module.minutes,
    credits: formatCreditsFixed(quartersFromMinutes(module.minutes, office.rounding)),
    description: module.description,
    objectives: module.objectives.map((text) => ({
      text,
      bloom: sentenceCase(objectiveVerb(text).level ?? ''),
    })),
    prerequisites: module.prerequisites.map((code) => titles.get(code) ?? `${code} (not in this curriculum)`),
    assessment: sentenceCase(
      [module.assessmentMethod, module.assessmentStandard].filter((part) => part !== '').join('; '),
    ),
    references: numbersOf(module.id),
  }));
}

/** The credit step by step: what is required, each group of electives, the sum, the rule. */
function creditSum({ items, modules, found, office }: SheetSubject): SyllabusDocument['creditSum'] {
  const minutesOf = new Map(modules.map(({ id, minutes }) => [id, minutes]));
  const minutes = (ids: readonly number[]): readonly number[] => ids.flatMap((id) => minutesOf.get(id) ?? []);
  const required = minutes(items.flatMap((item) => (item.kind === 'module' ? [item.moduleId] : [])));
  const groups = items.flatMap((item) => (item.kind === 'electives' ? [item] : []));
  const inMinutes = (value: number): string => `${value} min`;
  const span = { least: found.minutes, most: found.mostMinutes };
  const credit = { least: found.creditQuarters, most: found.mostCreditQuarters };
  const rule = office.rounding === 'nearest' ? 'to the nearest quarter hour' : 'down to a quarter hour';
  return [
    {
      label: 'Required',
      value: `${counted(required.length, 'module', 'modules')}, ${required.reduce((sum, one) => sum + one, 0)} min`,
    },
    ...groups.map((group) => ({
      label: group.title,
      value: `${sentenceCase(ruleInWords(group.rule, group.options.length))}, ${spanInWords(
        electiveSpan(group.rule, minutes(group.options.map(({ moduleId }) => moduleId))),
        inMinutes,
      )}`,
    })),
    { label: 'Minutes of instruction', value: spanInWords(span, inMinutes) },
    { label: 'Divided by 60', value: spanInWords(span, exactCredits) },
    { label: `Credit, ${rule}`, value: spanInWords(credit, formatCredits) },
  ];
}
