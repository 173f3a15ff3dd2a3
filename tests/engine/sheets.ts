import type { Input, Output } from '../../src/shared/contract/index.ts';
import type { TestEngine } from './fixture.ts';
import { runPdfTool } from './pdf-tools.ts';

type Content = Input<'curricula.update'>['content'];

/** A curriculum with this content on top of an empty one. */
export async function curriculumWith(office: TestEngine, part: Partial<Content>): Promise<number> {
  const { id } = await office.ask('curricula.create', {
    title: 'Autumn course',
    templateCode: null,
    specialtyModule: null,
  });
  const {
    id: _,
    templateCode: __,
    updatedAt: ___,
    versions: ____,
    ...content
  } = await office.ask('curricula.get', { id });
  await office.ask('curricula.update', { id, content: { ...content, ...part } });
  return id;
}

/** Modules of the catalogue in its order, and more of the office's own when that is not enough. */
export async function modulesFor(office: TestEngine, count: number): Promise<Output<'modules.list'>> {
  const catalogue = await office.ask('modules.list', {});
  for (let number = catalogue.length; number < count; number += 1) {
    const source = catalogue[number % catalogue.length];
    if (!source) throw new Error('no catalogue');
    const { id: _, origin: __, edited: ___, retired: ____, ...content } = source;
    await office.ask('modules.create', {
      ...content,
      code: `OWN-${number}`,
      title: `${source.title}, group ${number}`,
    });
  }
  return (await office.ask('modules.list', {})).slice(0, count);
}

/** A module in an outline. */
export function placed(moduleId: number, note = ''): { moduleId: number; note: string; week: null } {
  return { moduleId, note, week: null };
}

/** The bytes of a file that the engine made. */
export function bytesOf(file: { readonly base64: string }): Uint8Array {
  return Buffer.from(file.base64, 'base64');
}

/** How many pages a PDF has, as another program counts them. */
export function pageCount(pdf: Uint8Array): number {
  return Number(/Pages:\s+(\d+)/.exec(runPdfTool('pdfinfo', pdf, ['FILE']))?.[1]);
}

/** A PDF's list of contents, from the outside in, as another program reads it. */
export function bookmarks(pdf: Uint8Array): readonly string[] {
  const { outlines } = JSON.parse(
    runPdfTool('qpdf', pdf, ['--json', '--json-key=outlines', 'FILE']),
  ) as OutlineJson;
  const walk = (entries: readonly OutlineEntry[], depth: number): readonly string[] =>
    entries.flatMap(({ title, kids }) => [`${'  '.repeat(depth)}${title}`, ...walk(kids, depth + 1)]);
  return walk(outlines, 0);
}

type OutlineEntry = { readonly title: string; readonly kids: readonly OutlineEntry[] };
type OutlineJson = { readonly outlines: readonly OutlineEntry[] };
