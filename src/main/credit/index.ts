export { copyActivityCredits, removeActivityCredits, removeClaims } from './activity-credits.ts';
export { type Claim, listClaims, moveClaims, otherClaims, writeClaims } from './claims.ts';
export { creditEntries, creditOfPerson } from './dated-credit.ts';
export { addMissingTypes, missingTypes } from './field-types.ts';
export { getType, listTypes } from './types.ts';
export { claimsKeepTheirUnit } from './undo-check.ts';
