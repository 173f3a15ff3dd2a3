import type { z } from 'zod';
import type { Competency, CompetencyLevel, Targets } from '../../../shared/contract/modules.ts';
import { LEVELS } from '../words.ts';

type TargetMap = z.infer<typeof Targets>;

/** The targets with one of them set, or taken away by 0, and what to call that edit. */
export function withTarget(
  targets: TargetMap,
  { code, name }: Pick<Competency, 'code' | 'name'>,
  target: 0 | CompetencyLevel,
): { readonly label: string; readonly targets: TargetMap } {
  const { [code]: _before, ...others } = targets;
  return target === 0
    ? { label: `Target of ${code} ${name} taken away`, targets: others }
    : {
        label: `Target of ${code} ${name} set to ${LEVELS[target].toLowerCase()}`,
        targets: { ...others, [code]: target },
      };
}
