import { sentenceCase } from '../../shared/format.ts';
import type { BloomLevel } from '../../shared/modules/bloom.ts';
import classes from './BloomTag.module.css';

/** The level that an objective's verb shows, as a small tag; a dash where the verb cannot be observed. */
export function BloomTag({ level }: { readonly level: BloomLevel | null }) {
  return (
    <span className={classes.tag} data-level={level ?? undefined} title="Level of the revised Bloom taxonomy">
      {level === null ? 'No level' : sentenceCase(level)}
    </span>
  );
}
