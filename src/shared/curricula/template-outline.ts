import type { CurriculumContent, OutlineItem, Template } from '../contract/curricula.ts';
import type { Module } from '../contract/modules.ts';
import { NO_SCHEDULE, requiredItems } from './outline.ts';

type Known = ReadonlyMap<string, Pick<Module, 'id' | 'retired'>>;

/** The code of the module that a specialty pathway starts with in its specialty place; null for other templates. */
export function usualSpecialty({
  moduleCodes,
  specialtyChoices,
}: Pick<Template, 'moduleCodes' | 'specialtyChoices'>): string | null {
  return moduleCodes.find((code) => specialtyChoices.includes(code)) ?? null;
}

/** The codes of a template with the chosen module in its specialty place; null takes the usual one. */
function templateCodes(template: TemplateParts, specialty: string | null): readonly string[] {
  const usual = usualSpecialty(template);
  return template.moduleCodes.map((code) => (code === usual && specialty !== null ? specialty : code));
}

/** What a template is made of, without its figures. */
type TemplateParts = Pick<
  Template,
  'moduleCodes' | 'specialtyChoices' | 'electives' | 'targets' | 'constraints'
>;

/**
 * The curriculum that a template gives with the library as it stands: what the engine starts with and what the window shows
 * before. Modules that were taken out of the library are left out; `specialty` null takes the usual one.
 */
export function templateOutline(
  template: TemplateParts,
  specialty: string | null,
  byCode: Known,
): Pick<CurriculumContent, 'items' | 'targets' | 'constraints' | 'schedule'> {
  const idsOf = (codes: readonly string[]): readonly number[] =>
    codes.flatMap((code) => {
      const module = byCode.get(code);
      return module && !module.retired ? [module.id] : [];
    });
  const groups = template.electives.flatMap(({ atLeast, moduleCodes }, index): readonly OutlineItem[] => {
    const options = idsOf(moduleCodes).map((moduleId) => ({ moduleId, note: '', week: null }));
    if (options.length === 0) return [];
    const rule = { by: 'count' as const, atLeast };
    return [{ kind: 'electives', key: `electives${index + 1}`, title: 'Electives', note: '', rule, options }];
  });
  return {
    items: [...requiredItems(idsOf(templateCodes(template, specialty))), ...groups],
    targets: template.targets,
    constraints: template.constraints,
    schedule: NO_SCHEDULE,
  };
}
