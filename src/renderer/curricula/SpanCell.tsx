import classes from './Curricula.module.css';

/** A figure in a list that may go from a least to a most: on two lines where one is too long. */
export function SpanCell({ words }: { readonly words: string }) {
  return (
    <span className={classes.span} title={words}>
      {words}
    </span>
  );
}
