import { z } from 'zod';
import type { Competency } from '../../shared/contract/modules.ts';
import type { Reader } from '../database/index.ts';

const Levels = z.tuple([z.string(), z.string(), z.string()]);
const Provenance = z.array(z.string());

/** The competencies of the framework in their order (reference/medical-ai-education.md 2). */
export function listCompetencies(read: Reader): readonly Competency[] {
  return read.all(read.from.selectFrom('competencies').selectAll().orderBy('position')).map((row) => ({
    code: row.code,
    domain: row.domain,
    name: row.name,
    description: row.description,
    levels: Levels.parse(JSON.parse(row.levels)),
    provenance: Provenance.parse(JSON.parse(row.provenance)),
    specialtyBoundLevel: row.specialty_bound_level,
  }));
}
