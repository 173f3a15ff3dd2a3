import type { Curriculum, CurriculumContent } from '../../../shared/contract/curricula.ts';

const PARTS = [
  'title',
  'description',
  'audience',
  'delivery',
  'award',
  'kind',
  'items',
  'targets',
  'constraints',
  'schedule',
] as const satisfies readonly (keyof CurriculumContent)[];

/** What the coordinator writes of a curriculum, without what the engine adds. */
export function contentOf(curriculum: Curriculum): CurriculumContent {
  const { id: _, templateCode: __, updatedAt: ___, versions: ____, ...content } = curriculum;
  return content;
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
  return left === right || PARTS.every((part) => samePart(part, left, right));
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
  function joined<P extends keyof CurriculumContent>(part: P): CurriculumContent[P] {
    return samePart(part, here, saved) ? elsewhere[part] : here[part];
  }
  return {
    title: joined('title'),
    description: joined('description'),
    audience: joined('audience'),
    delivery: joined('delivery'),
    award: joined('award'),
    kind: joined('kind'),
    items: joined('items'),
    targets: joined('targets'),
    constraints: joined('constraints'),
    schedule: joined('schedule'),
  };
}

function samePart(part: keyof CurriculumContent, left: CurriculumContent, right: CurriculumContent): boolean {
  return (
    left[part] === right[part] || JSON.stringify(ordered(left[part])) === JSON.stringify(ordered(right[part]))
  );
}

/** A value with the names of its objects in one order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, ordered(part)]),
  );
}

function line(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

function paragraph(text: string): string {
  return text.replace(/[^\P{Cc}\n\r\t]+/gu, ' ');
}
