import { RoundsError } from '../../shared/errors.ts';
import type { Writer } from '../database/index.ts';
import { activityPaper, composeCertificate } from './compose.ts';
import { type IssueServices, seal, takeNumbers, unprintableReason } from './issue.ts';
import { requireCertificate } from './records.ts';
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

function requireReissuable(certificate: { readonly status: string; readonly number: string }): void {
  if (certificate.status === 'superseded')
    throw new RoundsError(
      'certificates/not-current',
      `Certificate ${certificate.number} has already been replaced. Re-issue the one that replaced it.`,
    );
}

function refreshEnrolment(write: Writer, enrolmentId: number): void {
  const person = write.first(
    write.from
      .selectFrom('enrolments')
      .innerJoin('people', 'people.id', 'person_id')
      .select(['people.profession', 'people.credentials'])
      .where('enrolments.id', '=', enrolmentId),
  );
  if (person) write.update('enrolments', { id: enrolmentId }, { ...person });
}

/** The person of the certificate, if everything but having had a certificate is in order. */
function subjectOf(everyone: readonly Subject[], enrolmentId: number): Subject {
  const subject = everyone.find((row) => row.enrolmentId === enrolmentId);
  const [missing] = subject?.missing ?? ['This person is not enrolled any more.'];
  if (!subject || missing !== undefined)
    throw new RoundsError(
      'certificates/held',
      `It cannot be issued again yet: ${missing ?? ''} Correct that, then re-issue.`,
    );
  return subject;
}
