import { z } from 'zod';
import { Accreditor, IsoDate, LEARNING_FORMATS, Providership } from '../contract/primitives.ts';

/** Fields that a statement may have in braces. */
export const STATEMENT_FIELDS = [
  'provider',
  'jointProviders',
  'stateSociety',
  'format',
  'formatDescription',
  'maximum',
  'credit',
  'CreditNoun',
  'creditNoun',
] as const;
export type StatementField = (typeof STATEMENT_FIELDS)[number];

/**
 * One sentence of the field as data: for whom it holds and from when to when. Fields stand in braces, italic parts
 * between asterisks. Required wording changes over the years; a certificate prints what held on the day of the activity.
 */
export const StatementData = z.strictObject({
  kind: z.enum(['accreditation', 'designation', 'participation', 'award']),
  accreditor: Accreditor.nullable(),
  providership: Providership.nullable(),
  learningFormat: z.enum(LEARNING_FORMATS).nullable(),
  validFrom: IsoDate,
  validTo: IsoDate.nullable(),
  text: z
    .string()
    .refine(
      (text) =>
        [...text.matchAll(/\{(\w+)\}/g)].every(([, name]) =>
          STATEMENT_FIELDS.some((field) => field === name),
        ),
      {
        error: 'names an unknown field',
      },
    ),
  source: z.string(),
  confidence: z.string(),
});
export type StatementData = z.infer<typeof StatementData>;

/** What decides which sentence holds. */
export type StatementCase = {
  readonly accreditor: z.infer<typeof Accreditor>;
  readonly providership: z.infer<typeof Providership>;
  readonly learningFormat: string;
  /** Last day of the activity, `YYYY-MM-DD`. */
  readonly date: string;
};

/**
 * The one statement of a kind that holds in a case: the most particular, then the latest. Null when none holds; a
 * certificate is then held, never printed without it.
 */
export function chooseStatement<
  S extends Pick<StatementData, 'kind' | 'accreditor' | 'providership' | 'validFrom' | 'validTo'> & {
    readonly learningFormat: string | null;
  },
>(statements: readonly S[], kind: StatementData['kind'], found: StatementCase): S | null {
  const holding = statements.filter(
    (statement) =>
      statement.kind === kind &&
      (statement.accreditor === null || statement.accreditor === found.accreditor) &&
      (statement.providership === null || statement.providership === found.providership) &&
      (statement.learningFormat === null || statement.learningFormat === found.learningFormat) &&
      statement.validFrom <= found.date &&
      (statement.validTo === null || found.date <= statement.validTo),
  );
  const particular = (statement: S): number =>
    [statement.accreditor, statement.providership, statement.learningFormat].filter((part) => part !== null)
      .length;
  const [best] = holding.toSorted(
    (a, b) =>
      particular(b) - particular(a) || (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : 0),
  );
  return best ?? null;
}
