import type { credit } from '../../shared/contract/credit.ts';
import type { Handlers } from '../engine/handlers.ts';
import { activityCredits, designateCredit, withdrawCredit } from './activity-credits.ts';
import { listClaims, recordClaims } from './claims.ts';
import { creditEntries, creditOfPerson } from './dated-credit.ts';
import { creditTotals, exportLedger, listLedger } from './ledger.ts';
import {
  createTarget,
  exportStanding,
  listStanding,
  listTargets,
  periodOf,
  removeTarget,
  updateTarget,
} from './targets.ts';
import { createType, listTypes, removeType, retireType, updateType } from './types.ts';

/** Credit of every type: types, what an activity offers, claims, and the ledger over the years. */
export const creditHandlers: Handlers<typeof credit> = {
  'credit.types': ({ read }) => [...listTypes(read)],
  'credit.createType': ({ write }, content) => ({ id: createType(write, content) }),
  'credit.updateType': ({ write }, { id, content }) => {
    updateType(write, id, content);
    return {};
  },
  'credit.retireType': ({ write }, { id, retired }) => {
    retireType(write, id, retired);
    return {};
  },
  'credit.removeType': ({ write }, { id }) => {
    removeType(write, id);
    return {};
  },
  'credit.ofActivity': ({ read }, { activityId }) => [...activityCredits(read, activityId)],
  'credit.designate': ({ write }, input) => {
    designateCredit(write, input);
    return {};
  },
  'credit.withdraw': ({ write }, { activityId, typeId }) => withdrawCredit(write, activityId, typeId),
  'credit.claims': ({ read }, { activityId, typeId }) => {
    const { maximumHundredths, rows } = listClaims(read, activityId, typeId);
    return { maximumHundredths, rows: [...rows] };
  },
  'credit.claim': ({ write }, input) => recordClaims(write, input),
  'credit.ofPerson': ({ read }, { personId }) => [...creditOfPerson(read, personId)],
  'credit.entries': ({ read }, { personId, from, to }) => [...creditEntries(read, personId, from, to)],
  'credit.totals': ({ read }, input) => creditTotals(read, input),
  'credit.ledger': ({ read }, input) => listLedger(read, input),
  'credit.exportLedger': ({ read }, input) => exportLedger(read, input),
  'credit.targets': ({ read }) => [...listTargets(read)],
  'credit.createTarget': ({ write }, content) => ({ id: createTarget(write, content) }),
  'credit.updateTarget': ({ write }, { id, content }) => {
    updateTarget(write, id, content);
    return {};
  },
  'credit.removeTarget': ({ write }, { id }) => {
    removeTarget(write, id);
    return {};
  },
  'credit.period': ({ read, now }, input) => periodOf(read, input, now()),
  'credit.standing': ({ read, now }, input) => listStanding(read, input, now()),
  'credit.exportStanding': ({ read, now }, input) => exportStanding(read, input, now()),
};
