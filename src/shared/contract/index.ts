import type { z } from 'zod';
import { activities } from './activities.ts';
import { certificates } from './certificates.ts';
import { credit } from './credit.ts';
import { curricula } from './curricula.ts';
import { exchange } from './exchange.ts';
import { learners } from './learners.ts';
import { modules } from './modules.ts';
import { office } from './office.ts';
import { pathways } from './pathways.ts';
import { people } from './people.ts';
import { peopleHistory } from './people-history.ts';
import { peopleMerge } from './people-merge.ts';
import { reflections } from './reflections.ts';
import { system } from './system.ts';

/** Every method of Rounds, once. Both hosts, the engine and the window work from this table. */
export const contract = {
  ...system,
  ...office,
  ...modules,
  ...exchange,
  ...curricula,
  ...people,
  ...peopleMerge,
  ...peopleHistory,
  ...activities,
  ...credit,
  ...certificates,
  ...learners,
  ...pathways,
  ...reflections,
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller passes. */
export type Input<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler gets, parsed. */
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
/** What a caller gets back. */
export type Output<M extends MethodName> = z.output<Contract[M]['output']>;

/** Parts of the office that a write may touch; the window refetches what depends on them. */
export type Topic =
  | 'system'
  | 'office'
  | 'modules'
  | 'curricula'
  | 'people'
  | 'learners'
  | 'activities'
  | 'attendance'
  | 'credit'
  | 'certificates'
  | 'imports';

/** Answer to a call. A write also says which topics changed and the id by which it can be undone. */
export type Answer<T = unknown> =
  | { readonly ok: true; readonly value: T; readonly changed?: readonly Topic[]; readonly changeId?: number }
  | { readonly ok: false; readonly error: import('../errors.ts').Fault };

/** Pushed from the engine to every window. */
export type EngineEvent =
  | { readonly type: 'changed'; readonly topics: readonly Topic[] }
  /** Another office file was put in place of the one before: what the window keeps of that one no longer holds. */
  | { readonly type: 'replaced' }
  | { readonly type: 'job'; readonly job: import('./system.ts').JobState };
