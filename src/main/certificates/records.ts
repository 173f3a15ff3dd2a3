import type { Selectable } from 'kysely';
import { z } from 'zod';
import { certificateFileName } from '../../shared/certificates/file-names.ts';
import type { Certificate, CertificateSummary } from '../../shared/contract/certificates.ts';
import type { Output, ParsedInput } from '../../shared/contract/index.ts';
import type { FileOutput } from '../../shared/contract/primitives.ts';
import { RoundsError } from '../../shared/errors.ts';
import { formatCredits } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import type { Reader, Schema } from '../database/index.ts';

type CertificateRow = Selectable<Schema['certificates']> & {
  readonly status: 'issued' | 'superseded' | 'revoked';
  readonly replaced_by_id: number | null;
  readonly standing_reason: string | null;
  readonly changed_at: string;
};

const SELECT = `SELECT certificates.*, status, replaced_by_id, certificate_standing.reason AS standing_reason, changed_at
  FROM certificates JOIN certificate_standing ON certificate_id = certificates.id`;

/** What of the sealed document is shown again. */
const Printed = z.object({
  heading: z.string(),
  recipientName: z.string(),
  credentials: z.string(),
  activityTitle: z.string(),
  details: z.array(z.string()),
  award: z.array(z.object({ text: z.string() })),
  statements: z.array(z.array(z.object({ text: z.string() }))),
  providerName: z.string(),
  signatories: z.array(z.object({ name: z.string(), title: z.string() })),
  footer: z.array(z.string()),
});

/** Certificates by name, a page at a time; `after` is the `next` of the page before. */
export function listCertificates(
  read: Reader,
  input: ParsedInput<'certificates.list'>,
): Output<'certificates.list'> {
  const wanted = fold(input.text);
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  if (wanted !== '') {
    conditions.push('instr(certificates.search_key, ?) > 0');
    values.push(wanted);
  }
  if (input.activityId !== null) {
    conditions.push('certificates.activity_id = ?');
    values.push(input.activityId);
  }
  if (input.status !== null) {
    conditions.push('status = ?');
    values.push(input.status);
  }
  const where = (parts: readonly string[]): string =>
    parts.length === 0 ? '' : ` WHERE ${parts.join(' AND ')}`;
  const total = read.number(
    `SELECT count(*) FROM certificates JOIN certificate_standing ON certificate_id = certificates.id${where(conditions)}`,
    ...values,
  );
  const after = parseCursor(input.after);
  const paged = after ? [...conditions, '(certificates.sort_key, certificates.id) > (?, ?)'] : conditions;
  const rows = read.rows<CertificateRow>(
    `${SELECT}${where(paged)} ORDER BY certificates.sort_key, certificates.id LIMIT ?`,
    ...values,
    ...(after ?? []),
    input.limit + 1,
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map(summary),
    next: rows.length > input.limit && last ? JSON.stringify([last.sort_key, last.id]) : null,
    total,
  };
}

/** One certificate with everything on record about it. @throws RoundsError `certificates/not-found` */
export function getCertificate(read: Reader, id: number): Certificate {
  const row = requireCertificate(read, id);
  const printed = Printed.parse(JSON.parse(row.document));
  return {
    ...summary(row),
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    printed: [
      { label: 'Document', value: printed.heading },
      {
        label: 'Name',
        value: [printed.recipientName, printed.credentials].filter((part) => part !== '').join(', '),
      },
      { label: 'Activity', value: printed.activityTitle },
      { label: 'Details', value: printed.details.join(' · ') },
      { label: row.kind === 'cme' ? 'Award' : 'Participation', value: joined(printed.award) },
      ...(row.kind === 'cme'
        ? [{ label: 'Credits claimed', value: formatCredits(row.credit_quarters) }]
        : []),
      ...printed.statements.map((statement, index) => ({
        label: `Statement ${index + 1}`,
        value: joined(statement),
      })),
      { label: 'Provider', value: printed.providerName },
      ...printed.signatories.map(({ name, title }) => ({
        label: 'Signed by',
        value: [name, title].filter((part) => part !== '').join(', '),
      })),
      { label: 'Footer', value: printed.footer.join(' · ') },
    ],
    history: history(read, row),
    replaces: reference(read, row.replaces_id),
    replacedBy: reference(read, row.replaced_by_id),
  };
}

/** The sealed bytes. @throws RoundsError `certificates/not-found` */
export function certificateFile(read: Reader, id: number): FileOutput {
  const row = requireCertificate(read, id);
  return {
    fileName: certificateFileName(row.number, row.name),
    mediaType: 'application/pdf',
    base64: Buffer.from(certificateBytes(read, id)).toString('base64'),
  };
}

/** The sealed bytes of a certificate. @throws RoundsError `certificates/not-found` */
export function certificateBytes(read: Reader, id: number): Uint8Array {
  const file = read.first(
    read.from.selectFrom('certificate_files').select('pdf').where('certificate_id', '=', id),
  );
  if (!file) throw notFound();
  return file.pdf;
}

/** A certificate with its standing. @throws RoundsError `certificates/not-found` */
export function requireCertificate(read: Reader, id: number): CertificateRow {
  const [row] = read.rows<CertificateRow>(`${SELECT} WHERE certificates.id = ?`, id);
  if (!row) throw notFound();
  return row;
}

/** Certificates of an activity that are in force, by number. */
export function currentCertificates(read: Reader, activityId: number): readonly CertificateRow[] {
  return read.rows<CertificateRow>(
    `${SELECT} WHERE certificates.activity_id = ? AND status = 'issued' ORDER BY certificates.number`,
    activityId,
  );
}

function summary(row: CertificateRow): CertificateSummary {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    personId: row.person_id,
    name: row.name,
    activityId: row.activity_id,
    activityTitle: row.activity_title,
    creditQuarters: row.credit_quarters,
    issuedAt: row.issued_at,
  };
}

function history(read: Reader, row: CertificateRow): Certificate['history'] {
  const before = reference(read, row.replaces_id);
  const after = reference(read, row.replaced_by_id);
  const issued = {
    at: row.issued_at,
    event: before ? `Issued in place of ${before.number}` : 'Issued',
    reason: row.reason,
  };
  // A certificate can be revoked and then replaced; the record of changes has every step with its reason.
  const steps = read.rows<{ at: string; title: string; reason: string | null; status: string }>(
    `SELECT changes.at, changes.title, changes.reason, json_extract(audit.after, '$.status') AS status
     FROM audit JOIN changes ON changes.id = audit.change_id
     WHERE audit.entity = 'certificate_standing' AND audit.entity_key = ? AND audit.before IS NOT NULL
       AND json_extract(audit.before, '$.status') <> json_extract(audit.after, '$.status') ORDER BY audit.id`,
    JSON.stringify({ certificate_id: row.id }),
  );
  return [
    issued,
    ...steps.map((step) => ({
      at: step.at,
      event: step.status === 'revoked' ? 'Revoked' : `Replaced by ${after?.number ?? 'a new certificate'}`,
      reason: step.reason,
    })),
  ];
}

function reference(read: Reader, id: number | null): { readonly id: number; readonly number: string } | null {
  if (id === null) return null;
  return (
    read.first(read.from.selectFrom('certificates').select(['id', 'number']).where('id', '=', id)) ?? null
  );
}

const Cursor = z.tuple([z.string(), z.int()]);

function parseCursor(after: string | null): readonly [string, number] | null {
  if (after === null) return null;
  try {
    return Cursor.parse(JSON.parse(after));
  } catch {
    throw new RoundsError('request/invalid', 'The list has changed. Go back to its beginning.');
  }
}

function joined(runs: readonly { readonly text: string }[]): string {
  return runs.map((run) => run.text).join('');
}

function notFound(): RoundsError {
  return new RoundsError(
    'certificates/not-found',
    'This certificate is not in the office file. Go back to the list.',
  );
}
