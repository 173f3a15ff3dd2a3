import type { Domain } from '../../shared/contract/primitives.ts';
import classes from './DomainMark.module.css';

/** A code with the colour of its domain; the name that stands beside it says the same in words. */
export function DomainMark({ domain, text }: { readonly domain: Domain | null; readonly text: string }) {
  return (
    <span className={classes.code}>
      <span className={classes.mark} data-domain={domain ?? undefined} aria-hidden />
      {text}
    </span>
  );
}
