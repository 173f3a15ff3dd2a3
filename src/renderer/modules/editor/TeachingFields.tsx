import { Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { Module } from '../../../shared/contract/modules.ts';
import { LEARNING_FORMATS } from '../../../shared/contract/primitives.ts';
import { exactCredits, quartersFromMinutes, type Rounding } from '../../../shared/credit/quarter-hours.ts';
import { formatName, MODULE_FORMATS, usualLearningFormat } from '../../../shared/curricula/words.ts';
import { formatCount, sentenceCase } from '../../../shared/format.ts';
import { useRead } from '../../api/index.ts';
import { creditsInWords } from '../words.ts';
import classes from './Editor.module.css';
import type { ModuleEditor } from './use-module-editor.ts';

/** How the module is taught and how long, with the credit that the minutes give. */
export function TeachingFields({
  editor,
  modules,
}: {
  readonly editor: ModuleEditor;
  readonly modules: readonly Module[];
}) {
  const { draft, errors, change } = editor;
  const office = useRead('office.get', {});
  const used = useMemo(() => [...new Set(modules.map(({ format }) => format))], [modules]);
  const formats = [...new Set([...MODULE_FORMATS, ...used, draft.format])];

  function chooseFormat(format: string): void {
    // The learning format follows the choice as long as nobody chose another one on purpose.
    const followed =
      draft.amaLearningFormat === null || draft.amaLearningFormat === usualLearningFormat(draft.format);
    const usual = usualLearningFormat(format);
    change({ format, ...(followed && usual ? { amaLearningFormat: usual } : {}) });
  }

  return (
    <div className={classes.about}>
      <Select
        label="Format"
        description="How it is taught."
        placeholder="Choose a format"
        data={formats.filter(Boolean).map((value) => ({ value, label: formatName(value) }))}
        value={draft.format || null}
        onChange={(value) => value && chooseFormat(value)}
        error={errors.format}
        allowDeselect={false}
        required
      />
      <Select
        label="AMA learning format"
        description="What certificates and the designation statement say."
        placeholder="Choose a learning format"
        data={LEARNING_FORMATS.map((value) => ({ value, label: sentenceCase(value) }))}
        value={draft.amaLearningFormat}
        onChange={(value) =>
          change({ amaLearningFormat: LEARNING_FORMATS.find((format) => format === value) ?? null })
        }
        error={errors.amaLearningFormat}
        allowDeselect={false}
        required
      />
      <TextInput
        label="Minutes of instruction"
        description="Without breaks; from 5 to 2,400."
        inputMode="numeric"
        value={draft.minutes}
        onChange={(event) => change({ minutes: event.currentTarget.value })}
        error={errors.minutes}
        maxLength={5}
        required
      />
      <Credit text={draft.minutes} rounding={office.data?.rounding ?? 'nearest'} />
    </div>
  );
}

function Credit({ text, rounding }: { readonly text: string; readonly rounding: Rounding }) {
  const minutes = /^\s*\d+\s*$/.test(text) ? Number(text) : 0;
  const quarters = quartersFromMinutes(minutes, rounding);
  return (
    <div className={classes.credit} role="status" aria-label="Credit of these minutes">
      {minutes === 0 ? (
        <span className={classes.soft}>The credit stands here once the minutes are filled in.</span>
      ) : (
        <>
          <span className={classes.creditFigure}>{creditsInWords(quarters)}</span>
          <span className={classes.soft}>
            {formatCount(minutes)} min ÷ 60 = {exactCredits(minutes)},{' '}
            {rounding === 'down' ? 'rounded down to a quarter-hour' : 'rounded to the nearest quarter-hour'}.
            A curriculum adds up all minutes first and rounds once.
          </span>
        </>
      )}
    </div>
  );
}
