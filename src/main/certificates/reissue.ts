import { Profession } from '../../shared/contract/primitives.ts';
import { documentKind } from '../../shared/credit/completion.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../database/index.ts';
import { activityPaper, composeCertificate, documentRecord } from './compose.ts';
import { type IssueServices, seal, takeNumbers } from './issue.ts';
import { unprintableReason } from './plan.ts';
import { requireCertificate } from './records.ts';
import type { PageRenderer } from './render/document.ts';
import { type Subject, subjects } from './subject.ts';

/** Takes a certificate out of force. It stays on record with the reason. @throws RoundsError `certificates/not-current` */
export function revokeCertificate(write: Writer, id: number, reason: string): void {
  const certificate = requireCertificate(write, id);
  if (certificate.status !== 'issued')
    throw new RoundsError(
      'certificates/not-current',
      `Certificate ${certificate.number} is already ${certificate.status}.`,
    );
  write.describe(`Revoked certificate ${certificate.number} of ${certificate.name}`, reason);
  write.update(
    'certificate_standing',
    { certificate_id: id },
    { status: 'revoked', reason, changed_at: write.now },
  );
}

/**
 * Issues a certificate again from today's data, under a new number that names the old one. Profession and credentials
 * are taken from the person as they are now: correcting them is what a re-issue is often for.
 * @throws RoundsError `certificates/not-current`, `certificates/held`
 */
export async function reissueCertificate(
  services: IssueServices,
  id: number,
  reason: string,
): Promise<{ readonly id: number; readonly number: string }> {
  const { file, pages } = services;
  const issuedAt = services.now();
  const old = requireCertificate(file.reader, id);
  requireReissuable(old);
  // What cannot be printed is found before a number is taken.
  await reissuePreview(file.reader, pages, id, issuedAt);
  const { value: prepared } = file.write('certificates.reissue', (write) => {
    write.describe(`Prepared the re-issue of certificate ${old.number}`, reason);
    refreshEnrolment(write, old.enrolment_id);
    const subject = subjectOf(subjects(write, old.activity_id, issuedAt), old.enrolment_id);
    const [number = ''] = takeNumbers(write, 1);
    const paper = activityPaper(write, old.activity_id);
    return {
      subject,
      number,
      document: composeCertificate(paper, subject, { number, issuedAt, replaces: old.number }),
    };
  });
  const rendered = await pages.render(prepared.document);
  if (!rendered.ok) throw new RoundsError('certificates/held', unprintableReason(rendered.unprintable));
  const { value } = file.write('certificates.reissue', (write) => {
    requireReissuable(requireCertificate(write, id));
    const subject = subjectOf(subjects(write, old.activity_id, issuedAt), old.enrolment_id);
    const document = composeCertificate(activityPaper(write, old.activity_id), subject, {
      number: prepared.number,
      issuedAt,
      replaces: old.number,
    });
    if (documentRecord(document) !== documentRecord(prepared.document))
      throw new RoundsError(
        'certificates/held',
        'Something about this certificate changed while the page was drawn. Look at it and issue it again.',
      );
    write.describe(`Re-issued certificate ${old.number} of ${old.name} as ${prepared.number}`, reason);
    // First the old one: the file allows one current certificate for each enrolment.
    write.update(
      'certificate_standing',
      { certificate_id: id },
      { status: 'superseded', reason, changed_at: issuedAt },
    );
    const newId = seal(write, old.activity_id, { ...prepared, pdf: rendered.pdf }, { id, reason });
    write.update('certificate_standing', { certificate_id: id }, { replaced_by_id: newId });
    return { id: newId, number: prepared.number };
  });
  return value;
}

/**
 * The page that re-issuing would make now, without a number.
 * @throws RoundsError `certificates/not-current`, `certificates/held`
 */
export async function reissuePreview(
  read: Reader,
  pages: PageRenderer,
  id: number,
  now: string,
): Promise<{ readonly name: string; readonly pdf: Uint8Array }> {
  const old = requireCertificate(read, id);
  requireReissuable(old);
  const enrolled = subjectOf(subjects(read, old.activity_id, now), old.enrolment_id);
  const person = currentPerson(read, old.enrolment_id);
  const profession = Profession.parse(person?.profession ?? enrolled.profession);
  const subject = {
    ...enrolled,
    profession,
    credentials: person?.credentials ?? enrolled.credentials,
    kind: documentKind(profession),
  };
  if (subject.kind === 'cme' && subject.claimedQuarters === null)
    throw notYet('Credit has not been claimed.');
  const rendered = await pages.render(
    composeCertificate(activityPaper(read, old.activity_id), subject, {
      number: null,
      issuedAt: now,
      replaces: old.number,
    }),
  );
  if (!rendered.ok) throw new RoundsError('certificates/held', unprintableReason(rendered.unprintable));
  return { name: subject.name, pdf: rendered.pdf };
}

function requireReissuable(certificate: { readonly status: string; readonly number: string }): void {
  if (certificate.status === 'superseded')
    throw new RoundsError(
      'certificates/not-current',
      `Certificate ${certificate.number} has already been replaced. Re-issue the one that replaced it.`,
    );
}

function refreshEnrolment(write: Writer, enrolmentId: number): void {
  const person = currentPerson(write, enrolmentId);
  if (person) write.update('enrolments', { id: enrolmentId }, { ...person });
}

/** Profession and credentials as the person has them now, not as of the activity. */
function currentPerson(read: Reader, enrolmentId: number) {
  return read.first(
    read.from
      .selectFrom('enrolments')
      .innerJoin('people', 'people.id', 'person_id')
      .select(['people.profession', 'people.credentials'])
      .where('enrolments.id', '=', enrolmentId),
  );
}

/** The person of the certificate, if everything but having had a certificate is in order. */
function subjectOf(everyone: readonly Subject[], enrolmentId: number): Subject {
  const subject = everyone.find((row) => row.enrolmentId === enrolmentId);
  if (!subject) throw notYet('This person is not enrolled any more.');
  const [missing] = subject.missing;
  if (missing) throw notYet(missing.sentence);
  return subject;
}

function notYet(missing: string): RoundsError {
  return new RoundsError(
    'certificates/held',
    `It cannot be issued again yet: ${missing} Correct that, then re-issue.`,
  );
}
