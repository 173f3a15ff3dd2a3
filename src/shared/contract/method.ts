import type { z } from 'zod';

/** `read` leaves the file as it is; `write` is one recorded change; `job` starts long work and answers its id. */
export type Effect = 'read' | 'write' | 'job';

/** One method of the contract: what goes in, what comes out, and what it does to the file. */
export type Method<
  E extends Effect = Effect,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = {
  readonly effect: E;
  readonly input: I;
  readonly output: O;
};

/** Declares a method; exists so that the three types are inferred and stay together. */
export function method<const E extends Effect, I extends z.ZodType, O extends z.ZodType>(
  effect: E,
  input: I,
  output: O,
): Method<E, I, O> {
  return { effect, input, output };
}
