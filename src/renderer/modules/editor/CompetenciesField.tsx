import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Competency, CompetencyLevel } from '../../../shared/contract/modules.ts';
import { DOMAINS } from '../../../shared/contract/primitives.ts';
import { domainName, levelName } from '../../../shared/curricula/words.ts';
import { useRead } from '../../api/index.ts';
import { DomainMark } from '../DomainMark.tsx';
import { AddSelect } from './AddSelect.tsx';
import classes from './Editor.module.css';
import { Finding } from './Finding.tsx';
import type { ModuleEditor } from './use-module-editor.ts';

const LEVELS: readonly CompetencyLevel[] = [1, 2, 3];

/** Competencies with the level that the module takes its learners to, in the framework's own words. */
export function CompetenciesField({ editor }: { readonly editor: ModuleEditor }) {
  const list = useRead('competencies.list', {});
  const { competencies } = editor.draft;
  const known: readonly Competency[] = list.data ?? [];
  const byCode = new Map(known.map((competency) => [competency.code, competency]));
  const chosen = new Set(competencies.map(({ code }) => code));

  function setLevel(code: string, level: CompetencyLevel): void {
    editor.change({
      competencies: competencies.map((entry) => (entry.code === code ? { code, level } : entry)),
    });
  }

  return (
    <div className={classes.stack}>
      {competencies.length > 0 ? (
        <ul className={classes.chosen} aria-label="Competencies">
          {competencies.map(({ code, level }) => {
            const competency = byCode.get(code);
            const name = competency?.name ?? code;
            return (
              <li key={code}>
                <DomainMark domain={competency?.domain ?? null} text={code} />
                <span className={classes.words}>{name}</span>
                <SegmentedControl
                  size="xs"
                  aria-label={`Level of ${name}`}
                  value={String(level)}
                  onChange={(value) => {
                    const next = LEVELS.find((candidate) => String(candidate) === value);
                    if (next) setLevel(code, next);
                  }}
                  data={LEVELS.map((value) => ({
                    value: String(value),
                    label: `${value} ${levelName(value)}`,
                  }))}
                />
                <ActionIcon
                  color="gray"
                  aria-label={`Remove ${name}`}
                  onClick={() =>
                    editor.change({ competencies: competencies.filter((entry) => entry.code !== code) })
                  }
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
                {competency ? (
                  <span className={`${classes.level} ${classes.soft}`}>{competency.levels[level - 1]}</span>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {competencies.length === 0 && editor.draft.objectives.some(({ text }) => text.trim() !== '') ? (
        <Finding kind="advice">
          Without a competency the module counts toward no target. Choose what its objectives lead to.
        </Finding>
      ) : null}
      <AddSelect
        label="Add a competency"
        placeholder="Name or code"
        groups={() =>
          DOMAINS.map((domain) => ({
            group: domainName(domain),
            items: known
              .filter((competency) => competency.domain === domain && !chosen.has(competency.code))
              .map(({ code, name }) => ({ value: code, label: `${code}  ${name}` })),
          }))
        }
        onAdd={(code) =>
          editor.change({
            competencies: [...competencies, { code, level: 1 }],
          })
        }
        error={editor.errors.competencies}
        nothing="No competency is called that."
      />
    </div>
  );
}
