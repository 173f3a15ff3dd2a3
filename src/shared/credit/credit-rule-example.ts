import type { CreditSession } from './completion.ts';
import type { CreditPerson, CreditRule } from './credit-rule.ts';

/** Nursing contact hours: the plainest rule. */
export const HOURS: CreditRule = {
  name: 'Nursing contact hours',
  unitOne: 'contact hour',
  unitMany: 'contact hours',
  minutesPerUnit: 60,
  stepHundredths: 25,
  rounding: 'down',
  professions: ['nurse'],
  basis: 'time',
  dailyCapHundredths: null,
  evaluationRequired: false,
  secondUnit: null,
};
/** *AMA PRA Category 1 Credit*. */
export const AMA: CreditRule = { ...HOURS, name: 'AMA PRA', rounding: 'nearest', professions: ['physician'] };
/** Contact hours that are CEU too. */
export const PHARMACY: CreditRule = {
  ...HOURS,
  professions: ['pharmacist'],
  secondUnit: { one: 'CEU', many: 'CEU', divisor: 10 },
};
/** Points that follow the AMA PRA claim and wait for the evaluation. */
export const MOC: CreditRule = {
  ...AMA,
  name: 'ABIM MOC points',
  unitOne: 'point',
  unitMany: 'points',
  basis: 'claimed',
  evaluationRequired: true,
};
/** Whole credits, with a cap on each day. */
export const UK: CreditRule = {
  ...HOURS,
  name: 'UK Federation CPD',
  unitOne: 'credit',
  unitMany: 'credits',
  stepHundredths: 100,
  professions: [],
  dailyCapHundredths: 800,
};

/** A session that counts, of so many minutes. */
export function session(id: number, date: string, startTime: string, minutes: number): CreditSession {
  return { id, title: `Session ${id}`, date, startTime, minutes, countsForCredit: true };
}

/** Somebody with minutes by session id and nothing else recorded. */
export function person(profession: string, minutes: Readonly<Record<number, number>>): CreditPerson {
  return {
    profession,
    minutes: new Map(Object.entries(minutes).map(([id, spent]) => [Number(id), spent])),
    evaluationReturnedOn: null,
    claimedAmaHundredths: null,
    incomplete: null,
  };
}

/** No session is excluded. */
export const NONE: ReadonlySet<number> = new Set();
