import { NumberInput, Select } from '@mantine/core';
import { useMemo } from 'react';
import type { LearnerLevel } from '../../../shared/contract/learners.ts';
import type { PathwayRequest } from '../../../shared/contract/pathway-request.ts';
import { audienceName } from '../../../shared/curricula/words.ts';
import classes from '../Pathways.module.css';
import { ByHandFields } from './ByHandFields.tsx';
import { DomainMinuteFields } from './DomainMinuteFields.tsx';
import type { PathwayLibrary, TargetSources } from './PathwayDesk.tsx';
import { TargetFields, TargetSource } from './TargetFields.tsx';
import { TimeBudgetField } from './TimeBudgetField.tsx';
import type { DeskControl } from './use-desk.ts';

const QUARTERS_PER_CREDIT = 4;
const MOST_CREDITS = 1_000;

/** Everything that a pathway can be asked for. */
export function RequestForm({
  request,
  levels,
  library,
  sources,
  takenFrom,
  onChange,
}: {
  readonly request: PathwayRequest;
  readonly levels: readonly LearnerLevel[];
  readonly library: PathwayLibrary;
  readonly sources: TargetSources;
  readonly takenFrom: DeskControl['takenFrom'];
  readonly onChange: DeskControl['change'];
}) {
  const groups = useMemo(() => groupChoices(library, request), [library, request]);
  return (
    <div className={classes.stack}>
      <TargetSource request={request} sources={sources} takenFrom={takenFrom} onChange={onChange} />
      <div className={classes.fields}>
        <Select
          label="Specialty"
          description="Modules open to this group count; those made for it come first."
          data={groups}
          value={request.specialty}
          allowDeselect={false}
          searchable
          nothingFoundMessage="No such group"
          onChange={(specialty) =>
            specialty !== null && onChange('Specialty changed', { ...request, specialty })
          }
        />
        <Select
          label="Practice area"
          description="Its topics are preferred where the time is the same."
          data={groups}
          value={request.practiceArea}
          allowDeselect={false}
          searchable
          nothingFoundMessage="No such group"
          onChange={(practiceArea) =>
            practiceArea !== null && onChange('Practice area changed', { ...request, practiceArea })
          }
        />
        <NumberInput
          label="Credit wanted"
          description="In credits, such as 2.5; empty asks for none."
          value={request.creditQuarters === 0 ? '' : request.creditQuarters / QUARTERS_PER_CREDIT}
          min={0}
          max={MOST_CREDITS}
          step={0.25}
          decimalScale={2}
          clampBehavior="strict"
          onChange={(credits) =>
            onChange('Credit wanted changed', {
              ...request,
              creditQuarters: Math.round(Number(credits) * QUARTERS_PER_CREDIT),
            })
          }
        />
        <TimeBudgetField request={request} onChange={onChange} />
      </div>
      <DomainMinuteFields request={request} onChange={onChange} />
      <ByHandFields request={request} modules={library.modules} onChange={onChange} />
      <TargetFields request={request} levels={levels} library={library} onChange={onChange} />
    </div>
  );
}

/** The groups of learners that modules name, and those that the request names already. */
function groupChoices(
  { modules }: PathwayLibrary,
  { specialty, practiceArea }: PathwayRequest,
): { readonly value: string; readonly label: string }[] {
  const codes = new Set(modules.flatMap(({ audience, specialtyFocus }) => [...audience, ...specialtyFocus]));
  for (const code of [specialty, practiceArea]) if (code !== '') codes.add(code);
  const named = [...codes].map((value) => ({ value, label: audienceName(value) }));
  return [
    { value: '', label: 'None in particular' },
    ...named.toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
  ];
}
