import { z } from 'zod';
import statements from '../../resources/statements/statements.json';
import { type ActivityPaper, composeCertificate } from '../../src/main/certificates/compose.ts';
import type { CertificateDocument } from '../../src/main/certificates/render/document.ts';
import { renderDocument } from '../../src/main/certificates/render/render.ts';
import { sampleLogo, sampleSignature } from '../../src/main/office/sample/pictures.ts';
import { StatementData } from '../../src/shared/certificates/statements.ts';

/** What a test says about a certificate; the rest is plain. */
export type PageChange = {
  readonly office?: Partial<ActivityPaper['office']>;
  readonly activity?: Partial<ActivityPaper['activity']>;
  readonly person?: Partial<Parameters<typeof composeCertificate>[1]>;
  readonly issue?: Partial<Parameters<typeof composeCertificate>[2]>;
};

const STATEMENTS: ActivityPaper['statements'] = z
  .array(StatementData)
  .parse(statements)
  .map((statement, index) => ({ id: index + 1, ...statement }));

/** The words of a certificate of credit for two days in Denver, with what a test changes. */
export function certificateDocument(change: PageChange = {}): CertificateDocument {
  return composeCertificate(
    {
      office: {
        providerName: 'Summit Medical Society',
        address: '1 Main Street\nDenver, CO 80202',
        accreditor: 'accme',
        stateSociety: '',
        paper: 'letter',
        timeZone: 'America/Denver',
        fractionNoun: 'singular',
        rounding: 'nearest',
        certificatePrefix: 'SUM',
        logoAssetId: null,
        logo: { mediaType: 'image/png', bytes: sampleLogo() },
        signatories: [
          {
            name: 'Rosa Lindqvist, MD',
            title: 'Medical Director',
            image: { mediaType: 'image/png', bytes: sampleSignature(7) },
          },
        ],
        ...change.office,
      },
      activity: {
        title: 'Machine learning for the hospitalist',
        learningFormat: 'live activity',
        formatDescription: '',
        delivery: 'in-person',
        place: 'Denver, Colorado',
        link: '',
        startsOn: '2026-11-20',
        endsOn: '2026-11-21',
        timeZone: 'America/Denver',
        providership: 'direct',
        jointProviders: [],
        maximumQuarters: 26,
        rules: {
          minimumAttendancePercent: 75,
          assessmentRequired: false,
          passPercent: 70,
          evaluationRequired: false,
        },
        ...change.activity,
      },
      statements: STATEMENTS,
    },
    {
      name: 'Eleanor Vance-Whitfield',
      credentials: 'MD',
      kind: 'cme',
      claimedQuarters: 21,
      evaluationReturnedOn: null,
      ...change.person,
    },
    { number: 'SUM-2026-000123', issuedAt: '2026-11-25T17:00:00.000Z', replaces: null, ...change.issue },
  );
}

/** The finished bytes. @throws when a character cannot be printed */
export async function drawn(document: CertificateDocument): Promise<Uint8Array> {
  const rendered = await renderDocument(document);
  if (!rendered.ok) throw new Error(`cannot print ${JSON.stringify(rendered.unprintable)}`);
  return rendered.pdf;
}

/** All words of a document as plain lines, in reading order. */
export function wordsOf(document: CertificateDocument): string {
  const joined = (runs: readonly { readonly text: string }[]): string =>
    runs.map(({ text }) => text).join('');
  return [
    document.heading,
    document.recipientName,
    document.lead,
    document.activityTitle,
    ...document.details,
    joined(document.award),
    ...document.statements.map(joined),
    ...document.footer,
  ].join('\n');
}
