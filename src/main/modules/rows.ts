import type { Selectable } from 'kysely';
import { type Module, ModuleContent } from '../../shared/contract/modules.ts';
import type { Schema } from '../database/index.ts';

/** A module as the file keeps it. */
export type ModuleRow = Selectable<Schema['modules']>;

/** The row as the contract shows it. */
export function toModule(row: ModuleRow): Module {
  const content = ModuleContent.parse({
    code: row.code,
    title: row.title,
    domain: row.domain,
    track: row.track,
    format: row.format,
    amaLearningFormat: row.ama_learning_format,
    minutes: row.minutes,
    description: row.description,
    objectives: JSON.parse(row.objectives),
    audience: JSON.parse(row.audience),
    specialtyFocus: JSON.parse(row.specialty_focus),
    prerequisites: JSON.parse(row.prerequisites),
    competencies: JSON.parse(row.competencies),
    assessmentMethod: row.assessment_method,
    assessmentStandard: row.assessment_standard,
    references: JSON.parse(row.references),
    lastReviewed: row.last_reviewed,
    reviewBy: row.review_by,
    mooreLevel: row.moore_level,
    aiUses: JSON.parse(row.ai_uses),
  });
  return { ...content, id: row.id, origin: row.origin, edited: row.edited === 1, retired: row.retired === 1 };
}

/** A module's content as columns. */
export function moduleColumns(
  content: ModuleContent,
): Omit<ModuleRow, 'id' | 'origin' | 'edited' | 'retired'> {
  return {
    code: content.code,
    title: content.title,
    domain: content.domain,
    track: content.track,
    format: content.format,
    ama_learning_format: content.amaLearningFormat,
    minutes: content.minutes,
    description: content.description,
    objectives: JSON.stringify(content.objectives),
    audience: JSON.stringify(content.audience),
    specialty_focus: JSON.stringify(content.specialtyFocus),
    prerequisites: JSON.stringify(content.prerequisites),
    competencies: JSON.stringify(content.competencies),
    assessment_method: content.assessmentMethod,
    assessment_standard: content.assessmentStandard,
    references: JSON.stringify(content.references),
    last_reviewed: content.lastReviewed,
    review_by: content.reviewBy,
    moore_level: content.mooreLevel,
    ai_uses: JSON.stringify(content.aiUses),
  };
}
