import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import { dateInZone } from '../../shared/activities/schedule.ts';
import { certificateFileName, safeFileText } from '../../shared/certificates/file-names.ts';
import type { FileOutput } from '../../shared/contract/primitives.ts';
import { RoundsError } from '../../shared/errors.ts';
import { formatCredits } from '../../shared/format.ts';
import { requireActivity } from '../activities/index.ts';
import type { Reader } from '../database/index.ts';
import { getOffice } from '../office/index.ts';
import { certificateBytes, currentCertificates } from './records.ts';

/** All certificates of an activity that are in force, in one ZIP with a list of them. @throws RoundsError `certificates/not-found` */
export function certificateArchive(read: Reader, activityId: number): FileOutput {
  const { timeZone } = getOffice(read);
  const { title } = requireActivity(read, activityId);
  const certificates = currentCertificates(read, activityId);
  if (certificates.length === 0)
    throw new RoundsError(
      'certificates/not-found',
      'No certificate of this activity is in force. Issue them first.',
    );
  const files = certificates.map((row) => ({
    row,
    name: certificateFileName(row.number, row.name),
    pdf: certificateBytes(read, row.id),
  }));
  // Excel on Windows reads UTF-8 only with a byte order mark.
  const manifest = `\uFEFF${Papa.unparse(
    [
      ['Number', 'Name', 'Document', 'Credits', 'Issued', 'SHA-256', 'File'],
      ...files.map(({ row, name }) => [
        row.number,
        row.name,
        row.kind === 'cme' ? 'Credit' : 'Participation',
        row.kind === 'cme' ? formatCredits(row.credit_quarters) : '',
        dateInZone(row.issued_at, timeZone),
        row.sha256,
        name,
      ]),
    ],
    { escapeFormulae: true, newline: '\r\n' },
  )}\r\n`;
  const zip = zipSync(
    {
      'manifest.csv': strToU8(manifest),
      ...Object.fromEntries(files.map(({ name, pdf }) => [name, pdf])),
    },
    // The pages are compressed already.
    { level: 0 },
  );
  return {
    fileName: `${safeFileText(title) || 'Activity'} certificates.zip`,
    mediaType: 'application/zip',
    base64: Buffer.from(zip).toString('base64'),
  };
}
