export { copyActivityCredits, removeActivityCredits, removeClaims } from './activity-credits.ts';
export { type Claim, listClaims, uniteClaims, writeClaims } from './claims.ts';
export { creditEntries, creditOfPerson } from './dated-credit.ts';
export { addMissingTypes, missingTypes } from './field-types.ts';
export { listTypes } from './types.ts';
