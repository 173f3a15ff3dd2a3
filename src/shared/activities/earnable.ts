import type { OutlineItem } from '../contract/curricula.ts';
import { type CreditSession, creditMinutes } from '../credit/completion.ts';
import { electiveSpan } from '../curricula/electives.ts';

/** A session as this sum sees it: with the module that it teaches, if it teaches one. */
type TaughtSession = CreditSession & { readonly moduleCode: string | null };

/**
 * The most minutes for credit that one learner takes part in who takes of each group of electives what its rule asks for.
 * Never more than all sessions give, in which concurrent ones count once. `codeOf` names the modules of the version.
 */
export function earnableMinutes(
  sessions: readonly TaughtSession[],
  items: readonly OutlineItem[],
  codeOf: (moduleId: number) => string | undefined,
): number {
  const groups = items.flatMap((item) =>
    item.kind === 'electives'
      ? [{ rule: item.rule, codes: item.options.flatMap(({ moduleId }) => codeOf(moduleId) ?? []) }]
      : [],
  );
  const elective = new Set(groups.flatMap(({ codes }) => codes));
  const required = sessions.filter(({ moduleCode }) => moduleCode === null || !elective.has(moduleCode));
  const chosen = groups.reduce((sum, { rule, codes }) => {
    const options = codes
      .map((code) => creditMinutes(sessions.filter(({ moduleCode }) => moduleCode === code)))
      .filter((minutes) => minutes > 0);
    return sum + electiveSpan(rule, options).most;
  }, 0);
  return Math.min(creditMinutes(sessions), creditMinutes(required) + chosen);
}
