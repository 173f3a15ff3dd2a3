import { z } from 'zod';
import amaFile from '../../../resources/credit-types/ama.json';
import boardsFile from '../../../resources/credit-types/boards.json';
import internationalFile from '../../../resources/credit-types/international.json';
import unitedStatesFile from '../../../resources/credit-types/united-states.json';
import { CreditTypeData } from '../../shared/credit/credit-type-data.ts';
import type { Reader, Writer } from '../database/index.ts';
import { typeColumns } from './types.ts';

/** The credit types of the field, in the order in which they are listed; AMA PRA credit is the first. */
const FIELD_TYPES: readonly CreditTypeData[] = z
  .array(CreditTypeData)
  .parse([...amaFile, ...unitedStatesFile, ...boardsFile, ...internationalFile]);

/** Types of the field that this file does not hold yet: all of them in a file from before there were credit types. */
export function missingTypes(read: Reader): readonly CreditTypeData[] {
  const known = new Set(
    read.all(read.from.selectFrom('credit_types').select('code')).map(({ code }) => code),
  );
  return FIELD_TYPES.filter(({ code }) => !known.has(code));
}

/** Adds the types of the field that the file does not hold; what an office has changed stays as it is. */
export function addMissingTypes(write: Writer): void {
  for (const type of missingTypes(write))
    write.insert('credit_types', {
      code: type.code,
      position: FIELD_TYPES.indexOf(type),
      ...typeColumns(type),
      confidence: type.confidence,
      unsure: type.unsure,
      origin: 'field',
      edited: 0,
      retired: 0,
    });
}
