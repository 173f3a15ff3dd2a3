import type { Curriculum, CurriculumContent } from '../../../shared/contract/curricula.ts';

/** What the coordinator writes of a curriculum, without what the engine adds. */
export function contentOf(curriculum: Curriculum): CurriculumContent {
  const { title, description, audience, delivery, award, moduleIds, targets } = curriculum;
  return { title, description, audience, delivery, award, moduleIds, targets };
}

/**
 * The content as it can be saved. Pasted control characters become spaces; while the title is empty, the one that is
 * saved stays.
 */
export function sendable(content: CurriculumContent, saved: CurriculumContent): CurriculumContent {
  const title = line(content.title);
  return {
    ...content,
    title: title === '' ? saved.title : title,
    description: paragraph(content.description),
    audience: paragraph(content.audience),
    delivery: line(content.delivery),
    award: line(content.award),
  };
}

/** Whether two contents say the same, whatever the order in which targets were set. */
export function sameContent(left: CurriculumContent, right: CurriculumContent): boolean {
  return (
    left === right ||
    (left.title === right.title &&
      left.description === right.description &&
      left.audience === right.audience &&
      left.delivery === right.delivery &&
      left.award === right.award &&
      sameModules(left, right) &&
      sameTargets(left, right))
  );
}

/**
 * What was changed elsewhere joined with what was changed here since `saved`: a part that was touched here stays as
 * it is here, every other part is taken over.
 */
export function joinContent(
  here: CurriculumContent,
  saved: CurriculumContent,
  elsewhere: CurriculumContent,
): CurriculumContent {
  const text = (part: 'title' | 'description' | 'audience' | 'delivery' | 'award'): string =>
    here[part] === saved[part] ? elsewhere[part] : here[part];
  return {
    title: text('title'),
    description: text('description'),
    audience: text('audience'),
    delivery: text('delivery'),
    award: text('award'),
    moduleIds: sameModules(here, saved) ? elsewhere.moduleIds : here.moduleIds,
    targets: sameTargets(here, saved) ? elsewhere.targets : here.targets,
  };
}

function sameModules(left: CurriculumContent, right: CurriculumContent): boolean {
  return (
    left.moduleIds.length === right.moduleIds.length &&
    left.moduleIds.every((id, index) => id === right.moduleIds[index])
  );
}

function sameTargets(left: CurriculumContent, right: CurriculumContent): boolean {
  const codes = Object.keys(left.targets);
  return (
    codes.length === Object.keys(right.targets).length &&
    codes.every((code) => left.targets[code] === right.targets[code])
  );
}

function line(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

function paragraph(text: string): string {
  return text.replace(/[^\P{Cc}\n\r\t]+/gu, ' ');
}
