import { dateInZone } from '../../shared/activities/schedule.ts';
import type { CurriculumVersion } from '../../shared/contract/curricula.ts';
import type { FileOutput } from '../../shared/contract/primitives.ts';
import { quartersFromMinutes } from '../../shared/credit/quarter-hours.ts';
import { insight } from '../../shared/curricula/insight.ts';
import { domainName, formatName } from '../../shared/curricula/words.ts';
import { RoundsError } from '../../shared/errors.ts';
import {
  formatCredits,
  formatCreditsFixed,
  formatDate,
  formatMinutes,
  sentenceCase,
} from '../../shared/format.ts';
import type { PageRenderer, SyllabusDocument } from '../certificates/index.ts';
import type { Reader } from '../database/index.ts';
import { officeForPages } from '../office/index.ts';
import { getVersion } from './versions.ts';

/** The syllabus of a published version as a PDF. @throws RoundsError `certificates/render-failed` */
export async function syllabusFile(
  read: Reader,
  pages: PageRenderer,
  versionId: number,
): Promise<FileOutput> {
  const version = getVersion(read, versionId);
  const rendered = await pages.render(syllabusDocument(read, version));
  if (!rendered.ok) {
    const [first] = rendered.unprintable;
    throw new RoundsError(
      'certificates/render-failed',
      `The syllabus holds a character that cannot be printed: ${first?.codePoint ?? ''} in ${first?.field ?? 'the text'}. Replace it and publish again.`,
    );
  }
  return {
    fileName: `${fileTitle(version.title)} v${version.number} syllabus.pdf`,
    mediaType: 'application/pdf',
    base64: Buffer.from(rendered.pdf).toString('base64'),
  };
}

function syllabusDocument(read: Reader, version: CurriculumVersion): SyllabusDocument {
  const office = officeForPages(read);
  const { rounding } = office;
  const found = insight(version.content, version.competencies, version.targets, rounding);
  return {
    kind: 'syllabus',
    paper: office.paper,
    providerName: office.providerName,
    title: version.title,
    versionLine: `Version ${version.number}, published ${formatDate(dateInZone(version.publishedAt, office.timeZone))}`,
    description: version.description,
    facts: [
      { label: 'Audience', value: version.audience },
      { label: 'Delivery', value: version.delivery },
      { label: 'Award', value: version.award },
      { label: 'Modules', value: String(version.content.length) },
      { label: 'Time', value: formatMinutes(version.minutes) },
    ]
      .filter(({ value }) => value !== '')
      .map(({ label, value }) => ({ label, value: sentenceCase(value) })),
    domains: found.domains.map(({ domain, minutes, creditQuarters }) => ({
      domain: domainName(domain),
      minutes,
      credits: formatCreditsFixed(creditQuarters),
    })),
    modules: version.content.map((module, index) => ({
      number: index + 1,
      code: module.code,
      title: module.title,
      domain: domainName(module.domain),
      format: formatName(module.format),
      minutes: module.minutes,
      credits: formatCredits(quartersFromMinutes(module.minutes, rounding)),
      description: module.description,
      objectives: module.objectives,
      assessment: sentenceCase(
        [module.assessmentMethod, module.assessmentStandard].filter((part) => part !== '').join('; '),
      ),
      references: module.references.map(({ citation, identifier }) =>
        [citation, identifier].filter((part) => part !== '').join('. '),
      ),
    })),
    matrix: found.coverage.map(({ code, name, target, attained }) => ({
      code,
      name,
      target,
      attained,
      levels: version.content.map(
        (module) => module.competencies.find((competency) => competency.code === code)?.level ?? 0,
      ),
    })),
    creditLine: `${version.minutes} minutes of instruction ÷ 60 = ${(version.minutes / 60).toFixed(2)}, to the ${rounding === 'nearest' ? 'nearest' : 'next lower'} quarter hour: ${formatCredits(version.creditQuarters)}. Credit is designated for each activity, not for a curriculum.`,
    publishedAt: version.publishedAt,
  };
}

/** The day of an instant on the calendar of a time zone, `YYYY-MM-DD`. */

/** A title that is safe as a file name on every system. */
function fileTitle(title: string): string {
  return (
    title
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80) || 'Curriculum'
  );
}
