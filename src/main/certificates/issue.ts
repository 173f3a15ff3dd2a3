import { createHash } from 'node:crypto';
import { dateInZone } from '../../shared/activities/schedule.ts';
import type { IssueResult } from '../../shared/contract/certificates.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import { requireActivity } from '../activities/index.ts';
import type { OfficeFile, Writer } from '../database/index.ts';
import type { JobControl } from '../engine/jobs.ts';
import { getOffice } from '../office/index.ts';
import {
  type ActivityPaper,
  activityPaper,
  composeCertificate,
  creditOf,
  documentRecord,
} from './compose.ts';
import { unprintableReason } from './plan.ts';
import type { CertificateDocument, PageRenderer } from './render/document.ts';
import { type Subject, subjects } from './subject.ts';

/** Certificates that are numbered, drawn and sealed together: small enough to stop soon, large enough to be quick. */
const BATCH = 40;

/** What issuing works with. */
export type IssueServices = {
  readonly file: OfficeFile;
  readonly pages: PageRenderer;
  readonly now: () => string;
};

/**
 * Issues certificates in batches: numbers are taken, pages drawn, and each batch sealed in one act. Stopping keeps what is
 * sealed. asked = made + held + failed. A number that was taken for a page that then failed is never used again.
 */
export async function issueCertificates(
  services: IssueServices,
  activityId: number,
  enrolmentIds: readonly number[],
  control: Pick<JobControl, 'progress' | 'cancelled'>,
): Promise<IssueResult> {
  const asked = [...new Set(enrolmentIds)];
  const result = { made: [] as number[], reasons: [] as IssueResult['reasons'] };
  let seen = 0;
  control.progress(0, asked.length);
  const endWith = (from: number, outcome: 'held' | 'failed', reason: string): void => {
    const names = new Map(
      subjects(services.file.reader, activityId, services.now()).map((row) => [row.enrolmentId, row.name]),
    );
    for (const id of asked.slice(from)) result.reasons.push({ name: names.get(id) ?? '', outcome, reason });
  };
  for (let from = 0; from < asked.length; from += BATCH) {
    if (control.cancelled()) {
      endWith(from, 'held', 'Stopped before this one.');
      break;
    }
    const batch = asked.slice(from, from + BATCH);
    try {
      const done = await issueBatch(services, activityId, batch, () =>
        control.progress(++seen, asked.length),
      );
      result.made.push(...done.made);
      result.reasons.push(...done.reasons);
    } catch (error) {
      // With nothing sealed the whole job failed. Otherwise what is sealed must be told, and the rest too.
      if (result.made.length === 0) throw error;
      const why = error instanceof RoundsError ? error.message : 'The office file could not be written.';
      endWith(from, 'failed', `${why} Issue this one again.`);
      break;
    }
    seen = from + batch.length;
    control.progress(seen, asked.length);
  }
  const held = result.reasons.filter(({ outcome }) => outcome === 'held').length;
  return {
    asked: asked.length,
    made: result.made.length,
    held,
    failed: result.reasons.length - held,
    certificateIds: result.made,
    reasons: result.reasons,
  };
}

/** A drawn page that waits to be sealed. */
export type DrawnCertificate = {
  readonly subject: Subject;
  readonly document: CertificateDocument;
  readonly number: string;
  readonly pdf: Uint8Array;
};

/** Writes a drawn certificate into its three rows and answers its id. */
export function seal(
  write: Writer,
  activityId: number,
  drawn: DrawnCertificate,
  replaces: { readonly id: number; readonly reason: string } | null,
): number {
  const { subject, document, number, pdf } = drawn;
  const person = write.first(
    write.from.selectFrom('people').select(['sort_key', 'email']).where('id', '=', subject.personId),
  );
  const id = write.insert('certificates', {
    number,
    kind: subject.kind,
    activity_id: activityId,
    enrolment_id: subject.enrolmentId,
    person_id: subject.personId,
    name: subject.name,
    sort_key: person?.sort_key ?? fold(subject.name),
    search_key: fold(`${subject.name} | ${number} | ${document.activityTitle} | ${person?.email ?? ''}`),
    activity_title: document.activityTitle,
    credit_quarters: creditOf(subject),
    document: documentRecord(document),
    sha256: createHash('sha256').update(pdf).digest('hex'),
    size_bytes: pdf.length,
    replaces_id: replaces?.id ?? null,
    reason: replaces?.reason ?? null,
    issued_at: document.issuedAt,
  });
  write.insert('certificate_files', { certificate_id: id, pdf });
  write.insert('certificate_standing', {
    certificate_id: id,
    enrolment_id: subject.enrolmentId,
    status: 'issued',
    replaced_by_id: null,
    reason: null,
    changed_at: document.issuedAt,
  });
  return id;
}

/** Takes the next numbers of the office's series, such as `SUM-2026-000123`. They are never given twice. */
export function takeNumbers(write: Writer, count: number): readonly string[] {
  const office = getOffice(write);
  const series = `${office.certificatePrefix}-${dateInZone(write.now, office.timeZone).slice(0, 4)}`;
  const row = write.first(
    write.from.selectFrom('number_sequences').select('next').where('name', '=', series),
  );
  const first = row?.next ?? 1;
  if (row) write.update('number_sequences', { name: series }, { next: first + count });
  else write.insert('number_sequences', { name: series, next: first + count });
  return Array.from({ length: count }, (_, index) => `${series}-${String(first + index).padStart(6, '0')}`);
}

type BatchResult = { readonly made: readonly number[]; readonly reasons: IssueResult['reasons'] };

async function issueBatch(
  services: IssueServices,
  activityId: number,
  enrolmentIds: readonly number[],
  drawnOne: () => void,
): Promise<BatchResult> {
  const { file, pages } = services;
  const issuedAt = services.now();
  const paper = activityPaper(file.reader, activityId);
  const found = new Map(
    subjects(file.reader, activityId, issuedAt).map((subject) => [subject.enrolmentId, subject]),
  );
  const reasons: IssueResult['reasons'] = [];
  const ready: Subject[] = [];
  for (const id of enrolmentIds) {
    const subject = found.get(id);
    const reason = subject ? standsAgainst(subject) : 'Not enrolled any more.';
    if (subject && reason === null) ready.push(subject);
    else reasons.push({ name: subject?.name ?? '', outcome: 'held', reason: reason ?? '' });
  }
  if (ready.length === 0) return { made: [], reasons };
  const { value: numbers } = file.write('certificates.issue', (write) => {
    write.describe(`Took ${counted(ready.length, 'certificate number', 'certificate numbers')}`);
    return takeNumbers(write, ready.length);
  });
  const outcomes = await Promise.all(
    ready.map(async (subject, index) => {
      const drawn = await draw(pages, paper, subject, numbers[index] ?? '', issuedAt);
      drawnOne();
      return drawn;
    }),
  );
  const drawn: DrawnCertificate[] = [];
  for (const outcome of outcomes) {
    if ('document' in outcome) drawn.push(outcome);
    else reasons.push(outcome);
  }
  if (drawn.length === 0) return { made: [], reasons };
  const { value: made } = file.write('certificates.issue', (write) => {
    const title = requireActivity(write, activityId).title;
    write.describe(`Issued ${counted(drawn.length, 'certificate', 'certificates')} for “${title}”`);
    return sealBatch(write, activityId, drawn, issuedAt, reasons);
  });
  return { made, reasons };
}

/** Seals what still reads as it was drawn: a change made meanwhile in the window wins over the page. */
function sealBatch(
  write: Writer,
  activityId: number,
  drawn: readonly DrawnCertificate[],
  issuedAt: string,
  reasons: IssueResult['reasons'],
): readonly number[] {
  const paper = activityPaper(write, activityId);
  const now = new Map(subjects(write, activityId, issuedAt).map((subject) => [subject.enrolmentId, subject]));
  return drawn.flatMap((certificate) => {
    const subject = now.get(certificate.subject.enrolmentId);
    const same =
      subject !== undefined &&
      standsAgainst(subject) === null &&
      documentRecord(
        composeCertificate(paper, subject, { number: certificate.number, issuedAt, replaces: null }),
      ) === documentRecord(certificate.document);
    if (same) return [seal(write, activityId, certificate, null)];
    reasons.push({
      name: certificate.subject.name,
      outcome: 'held',
      reason: 'Something about this person changed while the page was drawn. Look at it and issue again.',
    });
    return [];
  });
}

/** Composes and draws one page; a problem is an outcome, not an error. */
async function draw(
  pages: PageRenderer,
  paper: ActivityPaper,
  subject: Subject,
  number: string,
  issuedAt: string,
): Promise<DrawnCertificate | IssueResult['reasons'][number]> {
  try {
    const document = composeCertificate(paper, subject, { number, issuedAt, replaces: null });
    const rendered = await pages.render(document);
    if (!rendered.ok)
      return { name: subject.name, outcome: 'held', reason: unprintableReason(rendered.unprintable) };
    return { subject, document, number, pdf: rendered.pdf };
  } catch (error) {
    if (error instanceof RoundsError) return { name: subject.name, outcome: 'held', reason: error.message };
    return {
      name: subject.name,
      outcome: 'failed',
      reason: 'The page could not be drawn. Issue this one again.',
    };
  }
}

function standsAgainst(subject: Subject): string | null {
  if (subject.certificateId !== null)
    return `Certificate ${subject.certificateNumber ?? ''} is already issued.`;
  return subject.heldBecause?.reason ?? null;
}
