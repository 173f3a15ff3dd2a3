import type { FileOutput } from '../../shared/contract/primitives.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { PageDocument, PageRenderer } from '../certificates/index.ts';

/**
 * A document as a PDF file. `what` names it in the message when a character cannot be printed, such as `syllabus`.
 * @throws RoundsError `certificates/render-failed`
 */
export async function printedFile(
  pages: PageRenderer,
  document: PageDocument,
  names: { readonly what: string; readonly title: string; readonly ending: string; readonly advice: string },
): Promise<FileOutput> {
  const rendered = await pages.render(document);
  if (!rendered.ok) {
    const [first] = rendered.unprintable;
    throw new RoundsError(
      'certificates/render-failed',
      `The ${names.what} holds a character that cannot be printed: ${first?.codePoint ?? ''} in ${fieldName(first?.field)}. ${names.advice}`,
    );
  }
  return {
    fileName: `${fileTitle(names.title)} ${names.ending}.pdf`,
    mediaType: 'application/pdf',
    base64: Buffer.from(rendered.pdf).toString('base64'),
  };
}

/** Where a character stands, in the coordinator's words. */
function fieldName(field: string | undefined): string {
  switch (field) {
    case 'title':
      return 'the title';
    case 'description':
      return 'the description';
    case 'modules':
    case 'steps':
      return 'a module';
    case 'references':
      return 'a reference';
    case 'outline':
      return 'a section, group or note';
    case 'matrix':
    case 'targets':
      return 'a competency';
    case 'learnerName':
    case 'credentials':
      return 'the learner’s name';
    default:
      return 'the text';
  }
}

/** A title that is safe as a file name on every system. */
function fileTitle(title: string): string {
  const safe = title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (
    [...safe]
      .slice(0, 80)
      .join('')
      .replace(/[. ]+$/u, '') || 'Curriculum'
  );
}
