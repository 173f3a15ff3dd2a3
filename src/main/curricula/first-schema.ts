import type { Selectable } from 'kysely';
import type { CurriculumContent, CurriculumVersion } from '../../shared/contract/curricula.ts';
import type { Module } from '../../shared/contract/modules.ts';
import { NO_CONSTRAINTS, NO_SCHEDULE } from '../../shared/curricula/outline.ts';
import type { Schema } from '../database/index.ts';
import { catalogueModules, catalogueTemplates } from '../modules/index.ts';

/** A draft with its modules and all that a version of it would freeze. */
export type FirstSchemaDraft = {
  readonly templateCode: Selectable<Schema['curricula']>['template_code'];
  readonly content: CurriculumContent;
  readonly modules: readonly Module[];
  readonly competencies: CurriculumVersion['competencies'];
};

/**
 * What the first schema would have frozen of a draft, in the order in which it wrote it: modules in a row, and neither kind,
 * outline, constraints, schedule, outcome levels nor AI uses. Null when the draft says any of these otherwise than migration
 * 0002 filled it in, which makes it another draft.
 */
export function frozenByFirstSchema(draft: FirstSchemaDraft): object | null {
  if (!readsAsFilledIn(draft)) return null;
  const { title, description, audience, delivery, award, targets } = draft.content;
  const content = draft.modules.map(({ mooreLevel: _, aiUses: __, ...module }) => module);
  return {
    title,
    description,
    audience,
    delivery,
    award,
    targets,
    content,
    competencies: draft.competencies,
  };
}

function readsAsFilledIn({ templateCode, content, modules }: FirstSchemaDraft): boolean {
  const { kind, items, constraints, schedule } = content;
  const template = catalogueTemplates().find(({ code }) => code === templateCode);
  return (
    kind === (template?.kind ?? null) &&
    items.every((item) => item.kind === 'module' && item.note === '' && item.week === null) &&
    JSON.stringify([constraints, schedule]) === JSON.stringify([NO_CONSTRAINTS, NO_SCHEDULE]) &&
    modules.every(
      ({ origin, code, mooreLevel, aiUses }) =>
        aiUses.length === 0 &&
        mooreLevel === (origin === 'catalogue' ? (catalogueModules().get(code)?.mooreLevel ?? null) : null),
    )
  );
}
