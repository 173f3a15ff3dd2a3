import { Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { Section } from '../../components/index.ts';
import { coverageCells } from '../coverage/cells.ts';
import { withTarget } from '../coverage/targets.ts';
import type { Draft } from '../draft/use-draft.ts';
import type { Library } from '../library.ts';
import classes from './About.module.css';
import { ConstraintFields } from './ConstraintFields.tsx';
import { KindField } from './KindField.tsx';
import { ScheduleFields } from './ScheduleFields.tsx';
import { TargetTable } from './TargetTable.tsx';

const LONGEST_LINE = 300;
const LONGEST_PARAGRAPH = 10_000;

/** What is said about a curriculum, on its syllabus too, and the competencies it is to lead to. */
export function AboutTab({
  draft,
  found,
  library,
}: {
  readonly draft: Draft;
  readonly found: Insight;
  readonly library: Library;
}) {
  const { content } = draft;
  const cells = useMemo(
    () => coverageCells(library.competencies, found.coverage),
    [library.competencies, found.coverage],
  );
  return (
    <>
      <Section title="About" description="Stands on the syllabus as it is written here. Saved as you type.">
        <div className={classes.fields}>
          <TextInput
            label="Title"
            value={content.title}
            onChange={(event) => draft.edit('Title', { title: event.currentTarget.value }, true)}
            error={
              content.title.trim() === ''
                ? `Give it a title. Until then it stays “${draft.saved.title}”.`
                : null
            }
            maxLength={LONGEST_LINE}
            required
          />
          <KindField draft={draft} />
          <Textarea
            label="Description"
            value={content.description}
            onChange={(event) => draft.edit('Description', { description: event.currentTarget.value }, true)}
            maxLength={LONGEST_PARAGRAPH}
            autosize
            minRows={3}
            maxRows={10}
          />
          <Textarea
            label="Audience"
            value={content.audience}
            onChange={(event) => draft.edit('Audience', { audience: event.currentTarget.value }, true)}
            maxLength={LONGEST_PARAGRAPH}
            autosize
            minRows={1}
            maxRows={6}
          />
          <div className={classes.pair}>
            <TextInput
              label="Delivery"
              placeholder="Eight weeks, self-paced and live"
              value={content.delivery}
              onChange={(event) => draft.edit('Delivery', { delivery: event.currentTarget.value }, true)}
              maxLength={LONGEST_LINE}
            />
            <TextInput
              label="Award"
              placeholder="Certificate and CME credit"
              value={content.award}
              onChange={(event) => draft.edit('Award', { award: event.currentTarget.value }, true)}
              maxLength={LONGEST_LINE}
            />
          </div>
        </div>
      </Section>
      <Section
        title="Constraints"
        description="What the curriculum is held to. A field that is left empty asks for nothing."
      >
        <ConstraintFields draft={draft} found={found} />
      </Section>
      <Section
        title="Schedule"
        description="When it is taught. A module can be held in a week in the outline; the rest are shared out evenly."
      >
        <ScheduleFields draft={draft} found={found} />
      </Section>
      <Section
        title="Targets"
        description="How far learners are to come in each competency: aware of it, able to apply it, or able to lead others. A target is met when one module that every learner takes reaches its level."
      >
        <TargetTable
          cells={cells}
          competencies={library.competencies}
          onTarget={(cell, target) => {
            const { label, targets } = withTarget(content.targets, cell, target);
            draft.edit(label, { targets });
          }}
        />
      </Section>
    </>
  );
}
