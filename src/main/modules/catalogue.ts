import { z } from 'zod';
import catalogueFile from '../../../resources/catalogue/catalogue.json';
import referencesFile from '../../../resources/catalogue/references.json';
import type { Constraints, PathwayKind, Template } from '../../shared/contract/curricula.ts';
import { CompetencyLevel, ModuleContent, MooreLevel, Targets } from '../../shared/contract/modules.ts';
import { Domain } from '../../shared/contract/primitives.ts';
import { NO_CONSTRAINTS } from '../../shared/curricula/outline.ts';
import type { Writer } from '../database/index.ts';
import { moduleColumns } from './rows.ts';

const ReferenceData = z.object({
  key: z.string(),
  citation: z.string(),
  identifier: z.string(),
  confidence: z.string(),
  url: z.string().nullable(),
});

const CompetencyData = z.object({
  code: z.string(),
  domain: Domain,
  name: z.string(),
  description: z.string(),
  provenance: z.array(z.string()),
  levels: z.strictObject({ '1': z.string(), '2': z.string(), '3': z.string() }),
  specialty_bound_level: z.int().nullable(),
});

const ModuleData = z.object({
  id: z.string(),
  title: z.string(),
  domain: Domain,
  track: z.string(),
  format: z.string(),
  ama_learning_format: z.string(),
  minutes: z.int(),
  prerequisites: z.array(z.string()),
  audience: z.array(z.string()),
  specialty_focus: z.array(z.string()),
  description: z.string(),
  objectives: z.array(z.string()),
  competencies: z.array(z.strictObject({ code: z.string(), level: CompetencyLevel })),
  assessment: z.object({ method: z.string(), standard: z.string(), moore_level: MooreLevel }),
  references: z.array(z.object({ key: z.string() })),
  last_reviewed: z.string(),
  review_by: z.string(),
});

const TemplateData = z.object({
  id: z.string(),
  title: z.string(),
  pillar: z.string(),
  description: z.string(),
  audience: z.array(z.string()),
  modules: z.array(z.string()),
  electives: z.array(z.object({ choose: z.int(), from: z.array(z.string()) })),
  specialty_slot: z.object({ replace: z.string(), options: z.record(z.string(), z.string()) }).nullable(),
  targets: Targets,
  constraints: z.strictObject({
    max_minutes: z.int(),
    min_credits: z.number(),
    required_domains: z.array(Domain),
  }),
  delivery: z.string(),
  award: z.string(),
});

const CatalogueData = z.object({
  competencies: z.array(CompetencyData),
  modules: z.array(ModuleData),
  templates: z.array(TemplateData),
});

/** A template as the catalogue has it; minutes and credit are added up when it is shown. */
export type TemplateContent = Omit<Template, 'minutes' | 'creditQuarters'> & {
  /** The module that gives way to the chosen specialty module. */
  readonly specialtyReplaces: string | null;
};

/** Fills an empty file with the starter catalogue: competencies, and modules with their references. */
export function seedCatalogue(writer: Writer): void {
  const catalogue = CatalogueData.parse(catalogueFile);
  for (const [position, competency] of catalogue.competencies.entries()) {
    writer.insert('competencies', {
      code: competency.code,
      position,
      domain: competency.domain,
      name: competency.name,
      description: competency.description,
      levels: JSON.stringify([competency.levels['1'], competency.levels['2'], competency.levels['3']]),
      provenance: JSON.stringify(competency.provenance),
      specialty_bound_level: competency.specialty_bound_level,
    });
  }
  for (const content of catalogueModules().values()) {
    writer.insert('modules', { ...moduleColumns(content), origin: 'catalogue', edited: 0, retired: 0 });
  }
}

let kept: ReadonlyMap<string, ModuleContent> | null = null;

/** The modules as the catalogue has them, by code: what tells an edited module from one that still reads the same. */
export function catalogueModules(): ReadonlyMap<string, ModuleContent> {
  if (kept) return kept;
  const references = new Map(
    z
      .array(ReferenceData)
      .parse(referencesFile)
      .map((reference) => [reference.key, reference]),
  );
  const modules = CatalogueData.parse(catalogueFile).modules.map((module): ModuleContent => {
    return ModuleContent.parse({
      code: module.id,
      title: module.title,
      domain: module.domain,
      track: module.track,
      format: module.format,
      // The contract's word for the AMA format that the catalogue calls "other activity".
      amaLearningFormat:
        module.ama_learning_format === 'other activity' ? 'other' : module.ama_learning_format,
      minutes: module.minutes,
      description: module.description,
      objectives: module.objectives,
      audience: module.audience,
      specialtyFocus: module.specialty_focus,
      prerequisites: module.prerequisites,
      competencies: module.competencies,
      assessmentMethod: module.assessment.method,
      assessmentStandard: module.assessment.standard,
      references: module.references.map(({ key }) => {
        const reference = references.get(key);
        if (!reference) throw new Error(`${module.id} rests on ${key}, which references.json does not have`);
        return reference;
      }),
      lastReviewed: module.last_reviewed,
      reviewBy: module.review_by,
      mooreLevel: module.assessment.moore_level,
      aiUses: [],
    });
  });
  kept = new Map(modules.map((module) => [module.code, module]));
  return kept;
}

const KINDS: Readonly<Record<string, PathwayKind>> = {
  'T-01': 'specialization',
  'T-02': 'certification',
  'T-03': 'extension',
  'T-04': 'executive',
  'T-05': 'bridge',
  'T-06': 'precision',
};

/** The templates in their order. */
export function catalogueTemplates(): readonly TemplateContent[] {
  return CatalogueData.parse(catalogueFile).templates.map((template) => {
    const kind = KINDS[template.id];
    if (!kind) throw new Error(`template ${template.id} is of no kind`);
    return {
      code: template.id,
      title: template.title,
      pillar: template.pillar,
      kind,
      description: template.description,
      audience: template.audience,
      delivery: template.delivery,
      award: template.award,
      moduleCodes: template.modules,
      electives: template.electives.map(({ choose, from }) => ({ atLeast: choose, moduleCodes: from })),
      specialtyChoices: Object.values(template.specialty_slot?.options ?? {}),
      specialtyReplaces: template.specialty_slot?.replace ?? null,
      targets: template.targets,
      constraints: constraintsOf(template.constraints, template.specialty_slot !== null),
    };
  });
}

function constraintsOf(
  asked: { readonly max_minutes: number; readonly min_credits: number; readonly required_domains: Domain[] },
  specialtyModule: boolean,
): Constraints {
  return {
    ...NO_CONSTRAINTS,
    minutes: { min: null, max: asked.max_minutes },
    quarters: { min: Math.round(asked.min_credits * 4), max: null },
    requiredDomains: asked.required_domains,
    specialtyModule,
  };
}
