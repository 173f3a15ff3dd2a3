import type { ReactNode } from 'react';
import type { Module, Template } from '../../../shared/contract/curricula.ts';
import { minutesByDomain } from '../../../shared/curricula/insight.ts';
import { counted, formatMinutes } from '../../../shared/format.ts';
import { DomainBar } from '../../components/index.ts';
import { creditsInWords } from '../words.ts';
import classes from './NewCurriculum.module.css';

/** One template to choose: what it is, for whom, how long, and how it is spread over the domains. */
export function TemplateCard({
  template,
  byCode,
  checked,
  onChoose,
}: {
  readonly template: Template;
  readonly byCode: ReadonlyMap<string, Module>;
  readonly checked: boolean;
  readonly onChoose: () => void;
}) {
  const modules = template.moduleCodes.flatMap((code) => byCode.get(code) ?? []);
  return (
    <Card value={template.code} title={template.title} checked={checked} onChoose={onChoose}>
      <span className={classes.pillar}>{template.pillar}</span>
      <span className={classes.title}>{template.title}</span>
      <span className={classes.words}>{template.description}</span>
      <span className={classes.for}>For {template.audience.join(', ')}</span>
      <span className={classes.sums}>
        <DomainBar minutes={minutesByDomain(modules)} height={6} />
        <span className={classes.sumLine}>
          <strong>{creditsInWords(template.creditQuarters)}</strong>
          <span>{formatMinutes(template.minutes)}</span>
        </span>
        <span className={classes.sumLine}>
          <span>{counted(template.moduleCodes.length, 'module', 'modules')}</span>
          <span>{counted(Object.keys(template.targets).length, 'target', 'targets')}</span>
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
