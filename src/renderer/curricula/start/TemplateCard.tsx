import type { ReactNode } from 'react';
import type { Template } from '../../../shared/contract/curricula.ts';
import { checksInWords } from '../../../shared/curricula/constraint-checks.ts';
import { creditSpanInWords, modulesInWords, timeInWords } from '../../../shared/curricula/figures.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { kindName } from '../../../shared/curricula/words.ts';
import { counted } from '../../../shared/format.ts';
import { DomainBar, StatusBadge } from '../../components/index.ts';
import classes from './NewCurriculum.module.css';

/** One template to choose: its kind, for whom, how long, how it is spread over the domains, and whether it holds what it asks. */
export function TemplateCard({
  template,
  found,
  checked,
  onChoose,
}: {
  readonly template: Template;
  /** The template with the library as it stands. */
  readonly found: Insight;
  readonly checked: boolean;
  readonly onChoose: () => void;
}) {
  const [foundations = 0, clinical = 0, implementation = 0, governance = 0] = found.domains.map(
    ({ minutes }) => minutes,
  );
  const holds = found.checks.every(({ status }) => status === 'holds');
  return (
    <Card value={template.code} title={template.title} checked={checked} onChoose={onChoose}>
      <span className={classes.pillar}>{kindName(template.kind)}</span>
      <span className={classes.title}>{template.title}</span>
      <span className={classes.words}>{template.description}</span>
      <span className={classes.for}>For {template.audience.join(', ')}</span>
      <span className={classes.sums}>
        <DomainBar minutes={[foundations, clinical, implementation, governance]} height={6} />
        <span className={classes.sumLine}>
          <strong>{creditSpanInWords(found)}</strong>
          <span>{timeInWords(found)}</span>
        </span>
        <span className={classes.sumLine}>
          <span>{modulesInWords(found.counts)}</span>
          <span>{counted(found.targets, 'target', 'targets')}</span>
        </span>
        <span className={classes.sumLine}>
          <span>{counted(found.checks.length, 'constraint', 'constraints')}</span>
          <StatusBadge tone={holds ? 'good' : 'warning'}>{checksInWords(found.checks)}</StatusBadge>
        </span>
      </span>
    </Card>
  );
}

/** The choice of starting without a template. */
export function EmptyCard({
  checked,
  onChoose,
}: {
  readonly checked: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <Card value="" title="From nothing" checked={checked} onChoose={onChoose}>
      <span className={classes.pillar}>your own</span>
      <span className={classes.title}>From nothing</span>
      <span className={classes.words}>
        An empty outline. Choose modules from the library one by one, and set targets if you want them.
      </span>
    </Card>
  );
}

function Card({
  value,
  title,
  checked,
  onChoose,
  children,
}: {
  readonly value: string;
  readonly title: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <label className={classes.card}>
      <input
        type="radio"
        name="template"
        value={value}
        aria-label={title}
        checked={checked}
        onChange={onChoose}
        className={classes.radio}
      />
      {children}
    </label>
  );
}
