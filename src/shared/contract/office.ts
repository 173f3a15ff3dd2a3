import { z } from 'zod';
import { method } from './method.ts';
import {
  Accreditor,
  Base64,
  Id,
  IsoDate,
  Line,
  Nothing,
  Paragraph,
  RequiredLine,
  StartedJob,
} from './primitives.ts';

/** Someone whose name (and signature, if an image is given) stands on certificates. */
export const Signatory = z.strictObject({
  id: Id.nullable(),
  name: RequiredLine,
  title: Line,
  imageAssetId: Id.nullable(),
});
export type Signatory = z.infer<typeof Signatory>;

/** What an office decides once. Uncertain rules of the field are settings with a careful default. */
export const OfficeSettings = z.strictObject({
  providerName: RequiredLine,
  address: Paragraph,
  accreditor: Accreditor,
  /** The recognized accreditor (state medical society); required when accreditor is `state`. */
  stateSociety: Line,
  logoAssetId: Id.nullable(),
  paper: z.enum(['letter', 'a4']),
  timeZone: RequiredLine,
  /** Prefix of certificate numbers, such as `SUM` in `SUM-2026-000123`. */
  certificatePrefix: z.string().regex(/^[A-Z0-9]{2,8}$/),
  /** How minutes become quarter-hours: the AMA booklet allows nearest; `down` is stricter. Ties in `nearest` go down (no source defines them). */
  rounding: z.enum(['nearest', 'down']),
  /** Whether 0.25 to 0.75 print as "Credit" or "Credits"; no source settles it (accreditation.md 1.3). */
  fractionNoun: z.enum(['singular', 'plural']),
  signatories: z.array(Signatory).max(4),
});
export type OfficeSettings = z.infer<typeof OfficeSettings>;

/** A required sentence with the dates it holds; fields in braces are filled when it is printed. */
export const Statement = z.strictObject({
  id: Id,
  kind: z.enum(['accreditation', 'designation', 'participation', 'award']),
  accreditor: Accreditor.nullable(),
  providership: z.enum(['direct', 'joint']).nullable(),
  learningFormat: z.string().nullable(),
  validFrom: IsoDate,
  validTo: IsoDate.nullable(),
  text: z.string(),
  source: z.string(),
  confidence: z.string(),
});
export type Statement = z.infer<typeof Statement>;

export const office = {
  'office.get': method('read', Nothing, OfficeSettings),
  'office.setUp': method('write', OfficeSettings, Nothing),
  'office.update': method('write', OfficeSettings, Nothing),
  /** Fills an empty file with a sample office: real-looking work at every stage. */
  'office.exploreSample': method('job', Nothing, StartedJob),
  'statements.list': method('read', Nothing, z.array(Statement)),
  /** Keeps a logo or signature image (PNG or JPEG, at most 4 MiB). */
  'assets.add': method(
    'write',
    z.strictObject({ fileName: Line, base64: Base64.max(6_000_000) }),
    z.strictObject({ assetId: Id }),
  ),
  'assets.get': method(
    'read',
    z.strictObject({ assetId: Id }),
    z.strictObject({ mediaType: z.string(), base64: z.string() }),
  ),
} as const;
