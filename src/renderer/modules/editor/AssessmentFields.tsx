import { Select, TextInput } from '@mantine/core';
import { MOORE_LEVELS } from '../../../shared/contract/modules.ts';
import { mooreInWords } from '../../../shared/modules/moore.ts';
import type { ModuleDraft } from './draft.ts';
import classes from './Editor.module.css';
import { Finding } from './Finding.tsx';
import type { ModuleEditor } from './use-module-editor.ts';

/** How learning is assessed, what passes, and how much that shows. */
export function AssessmentFields({ editor }: { readonly editor: ModuleEditor }) {
  const { draft, errors, change } = editor;
  const advice = assessmentAdvice(draft);
  return (
    <div className={classes.stack}>
      <div className={classes.fields}>
        <TextInput
          label="Method"
          description="How learning is shown, such as 10-question quiz or reviewed case."
          value={draft.assessmentMethod}
          onChange={(event) => change({ assessmentMethod: event.currentTarget.value })}
          error={errors.assessmentMethod}
          maxLength={300}
        />
        <TextInput
          label="Standard"
          description="What passes, such as 80% with two attempts."
          value={draft.assessmentStandard}
          onChange={(event) => change({ assessmentStandard: event.currentTarget.value })}
          error={errors.assessmentStandard}
          maxLength={300}
        />
        <Select
          className={classes.wide ?? ''}
          label="Moore level"
          description="How much the assessment shows, on the levels of Moore’s outcomes framework."
          placeholder="Type a level or what learners do"
          data={MOORE_LEVELS.map((level) => ({ value: level, label: mooreInWords(level) }))}
          value={draft.mooreLevel}
          onChange={(value) => change({ mooreLevel: MOORE_LEVELS.find((level) => level === value) ?? null })}
          error={errors.mooreLevel}
          nothingFoundMessage="No level is called that."
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Clear Moore level' }}
        />
      </div>
      {advice ? <Finding kind="advice">{advice}</Finding> : null}
    </div>
  );
}

/** What an assessment still lacks, in one sentence; null when it is whole. */
export function assessmentAdvice(
  draft: Pick<ModuleDraft, 'assessmentMethod' | 'assessmentStandard' | 'mooreLevel' | 'amaLearningFormat'>,
): string | null {
  const method = draft.assessmentMethod.trim() !== '';
  const standard = draft.assessmentStandard.trim() !== '';
  if (!method && (standard || draft.mooreLevel !== null))
    return 'Say how learning is assessed, so that standard and level have something to stand on.';
  if (!method)
    return draft.amaLearningFormat === 'enduring material'
      ? 'Enduring material needs an assessment with a set minimum performance level before it is designated for credit.'
      : null;
  const missing = [
    ...(standard ? [] : ['what passes']),
    ...(draft.mooreLevel === null ? ['which Moore level it shows'] : []),
  ];
  return missing.length === 0
    ? null
    : `Say ${missing.join(' and ')}: insight reads the assessment mix from it.`;
}
