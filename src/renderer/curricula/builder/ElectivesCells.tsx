import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconListCheck } from '@tabler/icons-react';
import { isUnnamed, ruleInWords, ruleProblem } from '../../../shared/curricula/elective-words.ts';
import { electiveSpan } from '../../../shared/curricula/electives.ts';
import { spanInWords } from '../../../shared/curricula/figures.ts';
import type { ElectivesItem } from '../../../shared/curricula/outline-rows.ts';
import { formatMinutes } from '../../../shared/format.ts';
import { Grip } from './Grip.tsx';
import { minutesOf } from './group-minutes.ts';
import classes from './OutlineRow.module.css';
import type { RowContext, RowState } from './row-context.ts';
import { TitleField } from './TitleField.tsx';

/** The head of a group of electives: its name, its rule, what that takes, its note. */
export function ElectivesCells({
  group,
  state,
  context,
}: {
  readonly group: ElectivesItem;
  readonly state: RowState;
  readonly context: RowContext;
}) {
  const minutes = minutesOf(group, context.library);
  const words = ruleInWords(group.rule, group.options.length);
  // What an empty group needs stands in its place.
  const problem = group.options.length === 0 ? null : ruleProblem(group.rule, minutes);
  return (
    <div className={classes.line}>
      <Grip />
      <IconListCheck size={16} aria-hidden className={classes.groupSign} />
      <span className={classes.words}>
        {state.editing === 'title' ? (
          <TitleField itemKey={group.key} title={group.title} label="Name of the group" context={context} />
        ) : (
          <span className={classes.groupTitle}>
            {isUnnamed(group.title) ? null : <span className={classes.offscreen}>Electives: </span>}
            {group.title}
          </span>
        )}
        <span className={classes.facts}>
          <UnstyledButton
            className={classes.rule ?? ''}
            tabIndex={state.stop ? 0 : -1}
            aria-label={`Change the rule of ${group.title}: ${words}`}
            onClick={() =>
              context.view.edit(state.editing === 'rule' ? null : { key: `item:${group.key}`, part: 'rule' })
            }
          >
            {words}
          </UnstyledButton>
        </span>
        {problem && state.editing !== 'rule' ? (
          <span className={classes.gapLine}>
            <IconAlertTriangle size={14} aria-hidden />
            {problem}
          </span>
        ) : null}
        {group.note && state.editing !== 'note' ? <span className={classes.note}>{group.note}</span> : null}
      </span>
      <span className={classes.minutes}>{spanInWords(electiveSpan(group.rule, minutes), formatMinutes)}</span>
    </div>
  );
}
