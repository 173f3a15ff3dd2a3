import { z } from 'zod';
import { method } from './method.ts';
import { FileOutput, Id, Instant, Nothing, Quarters, Reason, SearchText, StartedJob } from './primitives.ts';

export const CertificateKind = z.enum(['cme', 'participation']);
export type CertificateKind = z.infer<typeof CertificateKind>;
export const CertificateStatus = z.enum(['issued', 'superseded', 'revoked']);

export const CertificateSummary = z.strictObject({
  id: Id,
  number: z.string(),
  kind: CertificateKind,
  status: CertificateStatus,
  personId: Id,
  name: z.string(),
  activityId: Id,
  activityTitle: z.string(),
  creditQuarters: Quarters,
  issuedAt: Instant,
});
export type CertificateSummary = z.infer<typeof CertificateSummary>;

export const Certificate = CertificateSummary.extend({
  sha256: z.string(),
  sizeBytes: z.int(),
  /** The exact data printed, field by field. */
  printed: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  history: z.array(z.strictObject({ at: Instant, event: z.string(), reason: z.string().nullable() })),
  replaces: z.strictObject({ id: Id, number: z.string() }).nullable(),
  replacedBy: z.strictObject({ id: Id, number: z.string() }).nullable(),
});
export type Certificate = z.infer<typeof Certificate>;

/** Where in the window the coordinator settles what holds a certificate. */
export const HeldPlace = z.enum(['completion', 'activity', 'person', 'office', 'certificate']);
export type HeldPlace = z.infer<typeof HeldPlace>;

/** Who would get what, and who is held and why: shown before anything is issued. */
export const IssuePlan = z.strictObject({
  ready: z.array(
    z.strictObject({
      enrolmentId: Id,
      name: z.string(),
      credentials: z.string(),
      kind: CertificateKind,
      creditQuarters: Quarters,
    }),
  ),
  held: z.array(
    z.strictObject({
      enrolmentId: Id,
      personId: Id,
      name: z.string(),
      credentials: z.string(),
      reason: z.string(),
      place: HeldPlace,
      /** The revoked certificate that stands against a new one, when that is the reason. */
      certificateId: Id.nullable(),
    }),
  ),
  alreadyIssued: z.int(),
});
export type IssuePlan = z.infer<typeof IssuePlan>;

/** Result of an issue job: asked = made + held + failed. */
export const IssueResult = z.strictObject({
  asked: z.int(),
  made: z.int(),
  held: z.int(),
  failed: z.int(),
  certificateIds: z.array(Id),
  reasons: z.array(
    z.strictObject({ name: z.string(), outcome: z.enum(['held', 'failed']), reason: z.string() }),
  ),
});
export type IssueResult = z.infer<typeof IssueResult>;

/** Result of a re-issue job: the new certificate. */
export const ReissueResult = z.strictObject({ id: Id, number: z.string() });
export type ReissueResult = z.infer<typeof ReissueResult>;

export const certificates = {
  'certificates.list': method(
    'read',
    z.strictObject({
      text: SearchText,
      activityId: Id.nullable(),
      status: CertificateStatus.nullable(),
      after: z.string().max(1_000).nullable(),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({ rows: z.array(CertificateSummary), next: z.string().nullable(), total: z.int() }),
  ),
  'certificates.get': method('read', z.strictObject({ id: Id }), Certificate),
  'certificates.plan': method('read', z.strictObject({ activityId: Id }), IssuePlan),
  /** The page as it would be issued, marked PREVIEW, with no number. */
  'certificates.preview': method('read', z.strictObject({ enrolmentId: Id }), FileOutput),
  'certificates.issue': method(
    'job',
    z.strictObject({ activityId: Id, enrolmentIds: z.array(Id).min(1).max(20_000) }),
    StartedJob,
  ),
  /** The sealed bytes, as issued. */
  'certificates.file': method('read', z.strictObject({ id: Id }), FileOutput),
  /** All current certificates of an activity as one ZIP with a manifest, under names that cannot collide. */
  'certificates.archive': method('read', z.strictObject({ activityId: Id }), FileOutput),
  'certificates.revoke': method('write', z.strictObject({ id: Id, reason: Reason }), Nothing),
  /** The page that re-issuing would make from today's data, marked PREVIEW. */
  'certificates.reissuePreview': method('read', z.strictObject({ id: Id }), FileOutput),
  /** Issues again from today's data under a new number that names the old one. */
  'certificates.reissue': method('job', z.strictObject({ id: Id, reason: Reason }), StartedJob),
} as const;
