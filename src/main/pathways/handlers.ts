import type { learners } from '../../shared/contract/learners.ts';
import type { pathways } from '../../shared/contract/pathways.ts';
import type { Handlers } from '../engine/handlers.ts';
import { cohort } from './cohort.ts';
import { getLearner, recordEvidence, removeEvidence } from './learners.ts';
import { pathwayFile } from './print.ts';
import { getPathway, listPathways, removePathway, savePathway } from './saved-pathways.ts';
import { ownerOf, requireStillTrue, solve } from './solve.ts';

/** What learners show, and their pathways. */
export const pathwaysHandlers: Handlers<typeof learners & typeof pathways> = {
  'learners.levels': ({ read }, { personId }) => getLearner(read, personId),
  'learners.recordEvidence': ({ write }, input) => {
    recordEvidence(write, input);
    return {};
  },
  'learners.removeEvidence': ({ write }, { id, reason }) => {
    removeEvidence(write, id, reason);
    return {};
  },
  'pathways.solve': (services, { personId, request }) => solve(services, personId, request),
  'pathways.cancel': ({ solver }, { personId }) => {
    solver.cancel(ownerOf(personId));
    return {};
  },
  'pathways.save': ({ write, answers }, { answerId, title }) => {
    const kept = answers.require(answerId);
    requireStillTrue(write, kept);
    return { id: savePathway(write, kept, title) };
  },
  'pathways.list': ({ read }, { personId }) => listPathways(read, personId),
  'pathways.get': ({ read }, { id }) => getPathway(read, id),
  'pathways.remove': ({ write }, { id }) => {
    removePathway(write, id);
    return {};
  },
  'pathways.print': ({ read, pages }, { id }) => pathwayFile(read, pages, getPathway(read, id)),
  'pathways.cohort': (services, { activityId, targets }) => cohort(services, activityId, targets),
};
