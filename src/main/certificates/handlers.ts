import { safeFileText } from '../../shared/certificates/file-names.ts';
import type { certificates } from '../../shared/contract/certificates.ts';
import type { FileOutput } from '../../shared/contract/primitives.ts';
import { RoundsError } from '../../shared/errors.ts';
import { requireActivity } from '../activities/index.ts';
import type { Reader } from '../database/index.ts';
import type { Handlers } from '../engine/handlers.ts';
import { certificateArchive } from './archive.ts';
import { activityPaper, composeCertificate } from './compose.ts';
import { issueCertificates } from './issue.ts';
import { issuePlan, unprintableReason } from './plan.ts';
import { certificateFile, getCertificate, listCertificates, requireCertificate } from './records.ts';
import { reissueCertificate, reissuePreview, revokeCertificate } from './reissue.ts';
import type { PageRenderer } from './render/document.ts';
import { subjects } from './subject.ts';

/** Certificates: plan, preview, issue, keep, revoke, re-issue. */
export const certificatesHandlers: Handlers<typeof certificates> = {
  'certificates.list': ({ read }, input) => listCertificates(read, input),
  'certificates.get': ({ read }, { id }) => getCertificate(read, id),
  'certificates.plan': ({ read, pages, now }, { activityId }) => issuePlan(read, pages, activityId, now()),
  'certificates.preview': ({ read, pages, now }, { enrolmentId }) => preview(read, pages, enrolmentId, now()),
  'certificates.issue': (services, { activityId, enrolmentIds }) => {
    const { title } = requireActivity(services.file.reader, activityId);
    return services.jobs.start('issue', `Issuing certificates for “${title}”`, (control) =>
      issueCertificates(services, activityId, enrolmentIds, control),
    );
  },
  'certificates.file': ({ read }, { id }) => certificateFile(read, id),
  'certificates.archive': ({ read }, { activityId }) => certificateArchive(read, activityId),
  'certificates.revoke': ({ write }, { id, reason }) => {
    revokeCertificate(write, id, reason);
    return {};
  },
  'certificates.reissuePreview': async ({ read, pages, now }, { id }) => {
    const { name, pdf } = await reissuePreview(read, pages, id, now());
    return previewFile(name, pdf);
  },
  'certificates.reissue': (services, { id, reason }) => {
    const { number } = requireCertificate(services.file.reader, id);
    return services.jobs.start('reissue', `Re-issuing certificate ${number}`, async () => ({
      ...(await reissueCertificate(services, id, reason)),
    }));
  },
};

/** The page as it would be issued, without a number and marked as a preview. */
async function preview(
  read: Reader,
  pages: PageRenderer,
  enrolmentId: number,
  now: string,
): Promise<FileOutput> {
  const enrolment = read.first(
    read.from.selectFrom('enrolments').select('activity_id').where('id', '=', enrolmentId),
  );
  if (!enrolment)
    throw new RoundsError(
      'enrolments/not-found',
      'This person is not enrolled any more. Reload the activity.',
    );
  const subject = subjects(read, enrolment.activity_id, now).find((row) => row.enrolmentId === enrolmentId);
  if (!subject)
    throw new RoundsError(
      'enrolments/not-found',
      'This person is not enrolled any more. Reload the activity.',
    );
  const paper = activityPaper(read, enrolment.activity_id);
  const rendered = await pages.render(
    composeCertificate(paper, subject, { number: null, issuedAt: now, replaces: null }),
  );
  if (!rendered.ok) throw new RoundsError('certificates/held', unprintableReason(rendered.unprintable));
  return previewFile(subject.name, rendered.pdf);
}

function previewFile(name: string, pdf: Uint8Array): FileOutput {
  return {
    fileName: `Preview ${safeFileText(name)}.pdf`,
    mediaType: 'application/pdf',
    base64: Buffer.from(pdf).toString('base64'),
  };
}
