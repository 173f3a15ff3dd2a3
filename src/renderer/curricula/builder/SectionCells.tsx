import type { SectionItem } from '../../../shared/curricula/outline-rows.ts';
import { Grip } from './Grip.tsx';
import classes from './OutlineRow.module.css';
import type { RowContext, RowState } from './row-context.ts';
import { TitleField } from './TitleField.tsx';

/** The head of a section: its name, how much it holds, its note. */
export function SectionCells({
  section,
  state,
  context,
}: {
  readonly section: SectionItem;
  readonly state: RowState;
  readonly context: RowContext;
}) {
  return (
    <div className={classes.line}>
      <Grip />
      <span className={classes.words}>
        {state.editing === 'title' ? (
          <TitleField
            itemKey={section.key}
            title={section.title}
            label="Name of the section"
            context={context}
          />
        ) : (
          <span className={classes.sectionTitle}>
            <span className={classes.offscreen}>Section </span>
            {section.title}
          </span>
        )}
        <span className={classes.facts}>{state.summary}</span>
        {section.note && state.editing !== 'note' ? (
          <span className={classes.note}>{section.note}</span>
        ) : null}
      </span>
    </div>
  );
}
