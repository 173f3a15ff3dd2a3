import type { FileOutput } from '../../shared/contract/primitives.ts';
import { exactCredits } from '../../shared/credit/quarter-hours.ts';
import { spanInWords } from '../../shared/curricula/figures.ts';
import { formatCredits } from '../../shared/format.ts';
import type { OverviewDocument, PageRenderer } from '../certificates/index.ts';
import type { Reader } from '../database/index.ts';
import { printedFile } from './printed-file.ts';
import { printedOutline } from './sheet-outline.ts';
import { type SheetSubject, versionSubject } from './sheet-subject.ts';
import { sheetDomains, sheetFacts } from './syllabus.ts';

/** A published version on one page, as a PDF. @throws RoundsError `versions/not-found`, `certificates/render-failed` */
export function overviewFile(read: Reader, pages: PageRenderer, versionId: number): Promise<FileOutput> {
  const subject = versionSubject(read, versionId);
  return printedFile(pages, overviewDocument(subject), {
    what: 'overview',
    title: subject.title,
    ending: `${subject.fileEnding} overview`,
    advice: 'Replace it and publish again.',
  });
}

function overviewDocument(subject: SheetSubject): OverviewDocument {
  const { office, found, modules } = subject;
  const span = { least: found.minutes, most: found.mostMinutes };
  const credit = { least: found.creditQuarters, most: found.mostCreditQuarters };
  const rule = office.rounding === 'nearest' ? 'to the nearest quarter hour' : 'down to a quarter hour';
  return {
    kind: 'overview',
    paper: office.paper,
    providerName: office.providerName,
    title: subject.title,
    versionLine: subject.versionLine,
    description: subject.description,
    facts: sheetFacts(subject),
    domains: sheetDomains(subject).map(({ domain, minutes, time }) => ({ domain, minutes, time })),
    outline: printedOutline(subject.items, modules),
    modules: modules.map(({ title, minutes }, index) => ({ number: index + 1, title, minutes })),
    targets: found.coverage
      .filter(({ target }) => target > 0)
      .map(({ code, name, target, attained }) => ({ code, name, target, attained })),
    creditLine: `Credit: ${spanInWords(span, (minutes) => `${minutes} min`)} ÷ 60 = ${spanInWords(span, exactCredits)}, ${rule}: ${spanInWords(credit, formatCredits)}. Credit is designated for an activity that teaches this curriculum.`,
    contact: [office.providerName, ...office.address.split('\n')].filter((line) => line.trim() !== ''),
    publishedAt: subject.datedAt,
  };
}
