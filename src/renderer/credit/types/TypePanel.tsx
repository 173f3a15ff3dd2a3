import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CreditType } from '../../../shared/contract/credit.ts';
import { formatUnits } from '../../../shared/credit/amounts.ts';
import { isDoubtful } from '../../../shared/credit/credit-type-data.ts';
import { roundingWords } from '../../../shared/credit/credit-words.ts';
import { counted, formatDate } from '../../../shared/format.ts';
import { useCommand } from '../../api/index.ts';
import { SidePanel } from '../../components/index.ts';
import classes from '../Credit.module.css';
import { forWhom } from '../words.ts';
import { TypeForm } from './TypeForm.tsx';

/** A credit type whole: how it is computed, since when, where that comes from and what is not settled. */
export function TypePanel({ type, onClose }: { readonly type: CreditType; readonly onClose: () => void }) {
  const [editing, setEditing] = useState(false);
  if (editing) return <TypeForm type={type} onClose={() => setEditing(false)} />;
  return (
    <SidePanel
      title={type.name}
      opened
      onClose={onClose}
      footer={<Acts type={type} onEdit={() => setEditing(true)} onGone={onClose} />}
    >
      {type.note === '' ? null : <p>{type.note}</p>}
      {type.unsure === '' ? null : (
        <div className={classes.unsure} data-doubtful={isDoubtful(type) || undefined}>
          <strong>{unsureHeading(type)}</strong>
          <p>{type.unsure}</p>
        </div>
      )}
      <table className={classes.facts} aria-label={`Rule of ${type.name}`}>
        <tbody>
          {factsOf(type).map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {type.statement === '' ? null : (
        <>
          <h3 className={classes.heading}>Statement</h3>
          <blockquote className={classes.statement}>{inWords(type.statement)}</blockquote>
        </>
      )}
      <h3 className={classes.heading}>Where this comes from</h3>
      <p className={classes.softText}>
        {type.source === '' ? 'No source is given.' : `${type.source}.`}
        {type.origin === 'field' ? ` Confidence: ${type.confidence}.` : ''}
      </p>
    </SidePanel>
  );
}

/** What the remark is about: an office that has set the type otherwise has decided. */
function unsureHeading(type: CreditType): string {
  if (type.edited) return 'Was not settled when the program was made';
  return isDoubtful(type) ? 'To be checked before the first use' : 'Set with care';
}

function Acts({
  type,
  onEdit,
  onGone,
}: {
  readonly type: CreditType;
  readonly onEdit: () => void;
  readonly onGone: () => void;
}) {
  const retire = useCommand('credit.retireType');
  const remove = useCommand('credit.removeType');
  if (type.ama)
    return (
      <p className={classes.softText}>Fixed by the AMA. How your office rounds is set under Settings.</p>
    );
  const unused = type.activities + type.claims === 0;
  return (
    <>
      {type.origin === 'office' && unused ? (
        <Button
          variant="subtle"
          color="red"
          loading={remove.pending}
          onClick={() =>
            void remove.run({ id: type.id }, { done: `Removed “${type.name}”.` }).then((done) => {
              if (done) onGone();
            })
          }
        >
          Remove
        </Button>
      ) : null}
      <Button
        variant="default"
        loading={retire.pending}
        onClick={() =>
          void retire.run(
            { id: type.id, retired: !type.retired },
            { done: type.retired ? `“${type.name}” is in use again.` : `Retired “${type.name}”.` },
          )
        }
      >
        {type.retired ? 'Take back into use' : 'Retire'}
      </Button>
      <Button onClick={onEdit}>Change</Button>
    </>
  );
}

function factsOf(type: CreditType): readonly (readonly [string, string])[] {
  return [
    ['For whom', forWhom(type.professions)],
    [
      'Computed',
      type.basis === 'claimed'
        ? `As claimed in AMA PRA credit, and no more than ${type.minutesPerUnit} minutes give a ${type.unitOne}`
        : `${type.minutesPerUnit} minutes of instruction are 1 ${type.unitOne}`,
    ],
    [
      'Rounding',
      type.rounding === 'office'
        ? 'As the office rounds AMA PRA credit'
        : roundingWords({ ...type, rounding: type.rounding }),
    ],
    ...(type.dailyCapHundredths === null
      ? []
      : [['In one day', `at most ${formatUnits(type.dailyCapHundredths, type)}`] as const]),
    ...(type.evaluationRequired ? [['Evaluation', 'has to be returned first'] as const] : []),
    ...(type.secondUnit === null
      ? []
      : [[type.secondUnit.many, `${type.unitMany} ÷ ${type.secondUnit.divisor}`] as const]),
    ...(type.identifierLabel === ''
      ? []
      : [
          [
            type.identifierLabel,
            type.identifierExample === '' ? 'any form' : `such as ${type.identifierExample}`,
          ] as const,
        ]),
    [
      'Holds',
      type.validTo === null
        ? `since ${formatDate(type.validFrom)}`
        : `${formatDate(type.validFrom)} to ${formatDate(type.validTo)}`,
    ],
    [
      'Used by',
      `${counted(type.activities, 'activity', 'activities')}, ${counted(type.claims, 'claim', 'claims')}`,
    ],
  ];
}

/** The statement as it reads: fields in brackets, without the marks for italics. */
function inWords(statement: string): string {
  return statement.replace(/\{(\w+)\}/g, '[$1]').replaceAll('*', '');
}
