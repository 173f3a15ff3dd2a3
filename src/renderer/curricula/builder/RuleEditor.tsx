import { Button, NumberInput, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ElectiveRule } from '../../../shared/contract/curricula.ts';
import { ruleProblem, ruleSentence } from '../../../shared/curricula/elective-words.ts';
import { electiveSpan } from '../../../shared/curricula/electives.ts';
import { type ElectivesItem, itemKey } from '../../../shared/curricula/outline-rows.ts';
import classes from './Editors.module.css';
import { onEditorKey } from './editor-keys.ts';
import { minutesOf } from './group-minutes.ts';
import type { RowContext } from './row-context.ts';

const MOST_MODULES = 60;
const MOST_CREDITS = 1_000;
const MINUTES_PER_QUARTER = 15;

/** How much of a group a learner takes, with what that means in a sentence. Saved as it is changed. */
export function RuleEditor({
  group,
  context,
}: {
  readonly group: ElectivesItem;
  readonly context: RowContext;
}) {
  const { acts, view, library } = context;
  const sentence = useId();
  const minutes = minutesOf(group, library);
  const problem = ruleProblem(group.rule, minutes);
  const { rule } = group;

  function setKind(by: string): void {
    if (by === rule.by) return;
    const least = electiveSpan(rule, minutes).least;
    acts.setRule(
      group.key,
      by === 'credit'
        ? { by: 'credit', quarters: Math.max(1, Math.floor(least / MINUTES_PER_QUARTER)) }
        : { by: 'count', atLeast: 1 },
    );
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves whichever field has the focus
    <div className={classes.editor} onKeyDown={(event) => onEditorKey(event, itemKey(group.key), view)}>
      <div className={classes.ruleLine}>
        <SegmentedControl
          size="xs"
          aria-label="The rule asks for"
          data={[
            { value: 'count', label: 'Modules' },
            { value: 'credit', label: 'Credit' },
          ]}
          value={rule.by}
          onChange={setKind}
        />
        <Amount
          key={rule.by}
          rule={rule}
          options={group.options.length}
          describedBy={sentence}
          onChange={(changed) => acts.setRule(group.key, changed)}
        />
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            view.edit(null);
            view.focusRow(itemKey(group.key));
          }}
        >
          Done
        </Button>
      </div>
      <p id={sentence} className={problem ? classes.problem : classes.sentence} role="status">
        {problem ? <IconAlertTriangle size={14} aria-hidden /> : null}
        {problem ?? ruleSentence(rule, minutes)}
      </p>
    </div>
  );
}

function Amount({
  rule,
  options,
  describedBy,
  onChange,
}: {
  readonly rule: ElectiveRule;
  readonly options: number;
  readonly describedBy: string;
  readonly onChange: (rule: ElectiveRule) => void;
}) {
  const byCredit = rule.by === 'credit';
  const amount = amountOf(rule);
  // What is typed stands as it is until the field is left: 1.2 may become 1.25.
  const [typed, setTyped] = useState<number | string>(amount);
  // Undo, or another window, changed the rule underneath: what was typed before is no longer meant.
  const [seen, setSeen] = useState(amount);
  if (amount !== seen) {
    setSeen(amount);
    const own = typeof typed === 'number' ? ruleFrom(typed, byCredit) : null;
    if (own === null || amountOf(own) !== amount) setTyped(amount);
  }
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function change(value: number | string): void {
    setTyped(value);
    const changed = typeof value === 'number' ? ruleFrom(value, byCredit) : null;
    if (changed) onChange(changed);
  }

  return (
    <span className={classes.amountLine}>
      {byCredit ? 'at least' : 'any'}
      <NumberInput
        ref={field}
        size="xs"
        className={classes.amount ?? ''}
        aria-label={byCredit ? 'At least this many credits' : 'At least this many modules'}
        aria-describedby={describedBy}
        value={typed}
        min={byCredit ? 0.25 : 1}
        max={byCredit ? MOST_CREDITS : MOST_MODULES}
        step={byCredit ? 0.25 : 1}
        allowDecimal={byCredit}
        decimalScale={2}
        allowNegative={false}
        onChange={change}
        onBlur={() => setTyped(amount)}
      />
      {byCredit ? 'credits' : `of ${options}`}
    </span>
  );
}

/** The rule that an amount makes; null when it is too small or too large. */
function ruleFrom(amount: number, byCredit: boolean): ElectiveRule | null {
  const quarters = Math.round(amount * 4);
  if (byCredit) return quarters >= 1 && amount <= MOST_CREDITS ? { by: 'credit', quarters } : null;
  return amount >= 1 && amount <= MOST_MODULES ? { by: 'count', atLeast: Math.round(amount) } : null;
}

/** Credits or modules that a rule asks for. */
function amountOf(rule: ElectiveRule): number {
  return rule.by === 'credit' ? rule.quarters / 4 : rule.atLeast;
}
