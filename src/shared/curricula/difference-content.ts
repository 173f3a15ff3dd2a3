import type { Module } from '../contract/modules.ts';
import { formatMinutes, sentenceCase } from '../format.ts';
import { objectiveChanges } from './difference-objectives.ts';
import { type Change, changed, modulesOfBoth, type Side } from './difference-side.ts';
import { audienceName, audienceNames, domainName, formatName, levelName, trackName } from './words.ts';

/** Collects what one module's two states differ in. */
type Compare = (before: Module, after: Module) => readonly Change[];

function everyModule(before: Side, after: Side, compare: Compare): readonly Change[] {
  return modulesOfBoth(before, after).flatMap(([one, other]) => compare(one, other));
}

/** Minutes of modules that both sides hold. */
export function minuteChanges(before: Side, after: Side): readonly Change[] {
  return everyModule(before, after, (one, other) =>
    changed(other.title, 'Minutes', formatMinutes(one.minutes), formatMinutes(other.minutes), true),
  );
}

/** Objectives that came, went or were reworded. */
export function moduleObjectives(before: Side, after: Side): readonly Change[] {
  return everyModule(before, after, (one, other) =>
    objectiveChanges(other.title, one.objectives, other.objectives),
  );
}

/** Prerequisites of modules that both sides hold, by title where it is known. */
export function prerequisiteChanges(before: Side, after: Side): readonly Change[] {
  const titles = new Map([...before.content, ...after.content].map(({ code, title }) => [code, title]));
  const named = (code: string): string => titles.get(code) ?? code;
  return everyModule(before, after, (one, other) =>
    listChanges(other.title, 'Comes after', one.prerequisites, other.prerequisites, named),
  );
}

/** How modules are assessed. */
export function assessmentChanges(before: Side, after: Side): readonly Change[] {
  return everyModule(before, after, (one, other) => [
    ...changed(other.title, 'Assessment', one.assessmentMethod, other.assessmentMethod),
    ...changed(other.title, 'Standard', one.assessmentStandard, other.assessmentStandard),
    ...changed(other.title, 'Level of Moore’s outcomes', one.mooreLevel ?? '', other.mooreLevel ?? ''),
  ]);
}

/** Everything else that a module says. */
export function wordingChanges(before: Side, after: Side): readonly Change[] {
  return everyModule(before, after, (one, other) => {
    const about = other.title;
    const part = (what: string, text: (module: Module) => string): readonly Change[] =>
      changed(about, what, text(one), text(other));
    return [
      ...part('Title', ({ title }) => title),
      ...part('Code', ({ code }) => code),
      ...part('Description', ({ description }) => description),
      ...part('Domain', ({ domain }) => domainName(domain)),
      ...part('Track', ({ track }) => trackName(track)),
      ...part('Format', ({ format }) => formatName(format)),
      ...part('Learning format', ({ amaLearningFormat }) => sentenceCase(amaLearningFormat)),
      ...part('Audience', ({ audience }) => audienceNames(audience)),
      ...part('Made for', ({ specialtyFocus }) => specialtyFocus.map(audienceName).join(', ')),
      ...part('Leads to', levelsInWords),
      ...listChanges(
        about,
        'Reference',
        one.references.map(referenceLine),
        other.references.map(referenceLine),
      ),
      ...part('Last reviewed', ({ lastReviewed }) => lastReviewed ?? ''),
      ...part('Review by', ({ reviewBy }) => reviewBy ?? ''),
      ...listChanges(about, 'Use of AI', one.aiUses.map(aiUseLine), other.aiUses.map(aiUseLine)),
    ];
  });
}

function levelsInWords({ competencies }: Module): string {
  return competencies
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, level }) => `${code} ${levelName(level).toLowerCase()}`)
    .join(', ');
}

function referenceLine({ citation, identifier, url }: Module['references'][number]): string {
  return [citation, identifier, url ?? ''].filter((part) => part !== '').join('. ');
}

function aiUseLine({ usedOn, tool, version, task, reviewer }: Module['aiUses'][number]): string {
  const name = version === '' ? tool : `${tool} ${version}`;
  return `${usedOn}, ${name}: ${task}; ${reviewer === '' ? 'not reviewed' : `reviewed by ${reviewer}`}`;
}

/** Entries of a list that came or went; their order makes no difference. */
function listChanges(
  about: string,
  what: string,
  before: readonly string[],
  after: readonly string[],
  named: (entry: string) => string = (entry) => entry,
): readonly Change[] {
  return [
    ...after
      .filter((entry) => !before.includes(entry))
      .flatMap((entry) => changed(about, what, '', named(entry))),
    ...before
      .filter((entry) => !after.includes(entry))
      .flatMap((entry) => changed(about, what, named(entry), '')),
  ];
}
