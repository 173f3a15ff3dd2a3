import { z } from 'zod';

/** Row id, a positive integer that is never reused. */
export const Id = z.int().positive();
/** Nothing to say. */
export const Nothing = z.strictObject({});
/** A calendar date, `YYYY-MM-DD`, checked to exist and to be of an age in which offices work. */
export const IsoDate = z.iso
  .date()
  .refine((date) => date >= '1900-01-01' && date < '2200-01-01', 'a date between 1900 and 2199 is needed');
/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export const Instant = z.iso.datetime();
/** A wall-clock time of day, `HH:MM`, in the activity's time zone. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Credit as a whole number of quarter-hours: 5 is 1.25 credits. */
export const Quarters = z.int().min(0).max(4_000);
/** One line of text, trimmed, at most 300 characters, no control characters and no halves of a character. */
export const Line = z
  .string()
  .trim()
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
/** One line that may not be empty. */
export const RequiredLine = Line.min(1);
/** What is typed or pasted to be found, at most 100 characters; what cannot be printed counts as a space. */
export const SearchText = z
  .string()
  .max(100)
  .transform((text) => text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim());
/** Several lines of text, at most 10,000 characters. */
export const Paragraph = z
  .string()
  .max(10_000)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u);
/** Why something was done; kept with the change for the audit. */
export const Reason = z
  .string()
  .trim()
  .min(3)
  .max(500)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u);
/** A file's content in base64, at most 64 MiB decoded. */
export const Base64 = z
  .string()
  .max(90_000_000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/);
/** A file that the engine made, for the window to show, save or print. */
export const FileOutput = z.strictObject({ fileName: z.string(), mediaType: z.string(), base64: z.string() });
export type FileOutput = z.infer<typeof FileOutput>;
/** The id of a started job; follow it with `jobs.get` or the `jobs.progress` event. */
export const StartedJob = z.strictObject({ jobId: z.string() });

/** The four subject areas of medical AI that every module belongs to. */
export const DOMAINS = ['foundations', 'clinical', 'implementation', 'governance'] as const;
export const Domain = z.enum(DOMAINS);
export type Domain = z.infer<typeof Domain>;

/**
 * Learning formats of the AMA PRA credit system; `live` covers in person and live-streamed.
 * Source: AMA PRA booklet; "other" since 2017 (reference/accreditation.md 1.5).
 */
export const LEARNING_FORMATS = [
  'live activity',
  'enduring material',
  'journal-based CME',
  'test-item writing',
  'manuscript review',
  'performance improvement',
  'internet point-of-care learning',
  'other',
] as const;
export const LearningFormat = z.enum(LEARNING_FORMATS);
export type LearningFormat = z.infer<typeof LearningFormat>;

/** How the provider is accredited; decides which statements may be printed. */
export const Accreditor = z.enum(['accme', 'state', 'joint']);
export type Accreditor = z.infer<typeof Accreditor>;
export const Providership = z.enum(['direct', 'joint']);
export type Providership = z.infer<typeof Providership>;

/**
 * Professions as the office records them. Only `physician` (MD, DO and equivalent degrees) may be awarded
 * AMA PRA Category 1 Credit (reference/accreditation.md 1.4).
 */
export const PROFESSIONS = [
  'physician',
  'nurse',
  'nurse practitioner',
  'physician associate',
  'pharmacist',
  'pharmacy technician',
  'psychologist',
  'social worker',
  'dentist',
  'dietitian',
  'administrator',
  'data scientist',
  'student',
  'other',
] as const;
export const Profession = z.enum(PROFESSIONS);
export type Profession = z.infer<typeof Profession>;
