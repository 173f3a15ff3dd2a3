import { Select } from '@mantine/core';
import { PATHWAY_KINDS } from '../../../shared/contract/curricula.ts';
import { kindExplained, kindName } from '../../../shared/curricula/words.ts';
import type { Draft } from '../draft/use-draft.ts';

/** What kind of pathway the curriculum is, with what that means. */
export function KindField({ draft }: { readonly draft: Draft }) {
  const { kind } = draft.content;
  return (
    <Select
      label="Kind of pathway"
      description={
        kind === null ? 'Stands in the list of curricula, where it can be looked for.' : kindExplained(kind)
      }
      placeholder="No kind"
      data={PATHWAY_KINDS.map((value) => ({ value, label: kindName(value) }))}
      value={kind}
      onChange={(value) => {
        const next = PATHWAY_KINDS.find((candidate) => candidate === value) ?? null;
        draft.edit(next === null ? 'Kind taken away' : `Kind set to ${kindName(next)}`, { kind: next });
      }}
      clearable
      clearButtonProps={{ 'aria-label': 'Take the kind away' }}
    />
  );
}
