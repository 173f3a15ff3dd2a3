import { sentenceCase } from '../../shared/format.ts';
import type { BloomLevel } from '../../shared/modules/bloom.ts';
import classes from './BloomTag.module.css';

/** The level that an objective's verb shows, as a small tag; `Not measurable` where nobody can observe the verb. */
export function BloomTag({ level }: { readonly level: BloomLevel | null }) {
  return (
    <span className={classes.tag} data-level={level ?? undefined} title="Level of the revised Bloom taxonomy">
      {level === null ? 'Not measurable' : sentenceCase(level)}
    </span>
  );
}
