import { z } from 'zod';
import { CreditTypeContent } from '../contract/credit.ts';
import { isMask } from './identifier-mask.ts';

/** Code of *AMA PRA Category 1 Credit*, the first of the credit types. */
export const AMA_CODE = 'ama-pra-1';

/** A credit type as it comes with the program: dated, with its source, how sure that is, and what no source settles. */
export const CreditTypeData = CreditTypeContent.extend({
  code: z.string().regex(/^[a-z0-9-]{2,40}$/),
  identifierForm: CreditTypeContent.shape.identifierForm.refine((form) => form === '' || isMask(form), {
    error: 'is no form that can be read',
  }),
  source: z.string().min(1),
  confidence: z.string().min(1),
  unsure: z.string(),
});
export type CreditTypeData = z.infer<typeof CreditTypeData>;

/** Whether a type has to be looked at before its first use: nobody read the owner's own rule, or a part of it is doubtful. */
export function isDoubtful({
  confidence,
  unsure,
}: {
  readonly confidence: string;
  readonly unsure: string;
}): boolean {
  return unsure !== '' && /\blow\b/.test(confidence);
}
