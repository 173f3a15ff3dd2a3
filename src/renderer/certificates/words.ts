import type { CertificateSummary } from '../../shared/contract/certificates.ts';
import { counted, formatCredits, formatCreditsFixed } from '../../shared/format.ts';

/** Where a certificate stands, with the tone of its badge. */
export const STATUSES = {
  issued: { label: 'Current', tone: 'good' },
  superseded: { label: 'Replaced', tone: 'neutral' },
  revoked: { label: 'Revoked', tone: 'bad' },
} as const satisfies Record<CertificateSummary['status'], { label: string; tone: string }>;

/** What a certificate says, in a word. */
export const KINDS = {
  cme: 'Credit',
  participation: 'Participation',
} as const satisfies Record<CertificateSummary['kind'], string>;

/** What a certificate is called in full. */
export const DOCUMENTS = {
  cme: 'Certificate of credit',
  participation: 'Certificate of participation',
} as const satisfies Record<CertificateSummary['kind'], string>;

/** Credits awarded for a column of figures, or a dash where none are. */
export function awarded(certificate: Pick<CertificateSummary, 'kind' | 'creditQuarters'>): string {
  return certificate.kind === 'cme' ? formatCreditsFixed(certificate.creditQuarters) : '–';
}

/** `1 credit`, `5.25 credits`. */
export function creditsInWords(quarters: number): string {
  return quarters === 4 ? '1 credit' : `${formatCredits(quarters)} credits`;
}

/** `1 certificate`, `12 certificates`. */
export function certificatesInWords(count: number): string {
  return counted(count, 'certificate', 'certificates');
}
