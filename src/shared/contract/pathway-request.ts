import { z } from 'zod';
import { ModuleCode, Targets } from './modules.ts';
import { Domain, Line, Quarters, RequiredLine } from './primitives.ts';

/** A module that the coordinator put in or out by hand, and why: both are part of the record. */
export const ByHand = z.strictObject({ code: ModuleCode, reason: RequiredLine });
export type ByHand = z.infer<typeof ByHand>;

/** What a pathway is asked for. */
export const PathwayRequest = z.strictObject({
  /** Group of learners as modules name their audience, such as `radiology`; empty for none. */
  specialty: Line,
  /** A second group whose topics matter to this learner; empty for none. Counts for relevance, not for admission. */
  practiceArea: Line,
  targets: Targets,
  /** Credit wanted, in quarter-hours; 0 asks for none. */
  creditQuarters: Quarters,
  maximumMinutes: z.int().min(0).max(100_000).nullable(),
  domainMinutes: z.partialRecord(
    Domain,
    z.strictObject({
      min: z.int().min(0).max(100_000).nullable(),
      max: z.int().min(0).max(100_000).nullable(),
    }),
  ),
  include: z.array(ByHand).max(300),
  exclude: z.array(ByHand).max(300),
  /** Modules counted as known although nothing on record shows it: their dependents need them no more. */
  waived: z.array(ByHand).max(300),
});
export type PathwayRequest = z.infer<typeof PathwayRequest>;
