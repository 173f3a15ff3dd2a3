import type { OutlineItem, Template } from '../contract/curricula.ts';
import type { Module } from '../contract/modules.ts';
import { NO_SCHEDULE, requiredItems } from './outline.ts';
import type { InsightContent } from './read-outline.ts';

type Known = ReadonlyMap<string, Pick<Module, 'id' | 'retired'>>;

/** The code of the module that a specialty pathway starts with in its specialty place; null for other templates. */
export function usualSpecialty({ moduleCodes, specialtyChoices }: Template): string | null {
  return moduleCodes.find((code) => specialtyChoices.includes(code)) ?? null;
}

/** The codes of a template with the chosen module in its specialty place; null takes the usual one. */
function templateCodes(template: Template, specialty: string | null): readonly string[] {
  const usual = usualSpecialty(template);
  return template.moduleCodes.map((code) => (code === usual && specialty !== null ? specialty : code));
}

/**
 * The curriculum that a template would give with the library as it stands: what the engine makes of it. Modules that were
 * taken out of the library are left out.
 */
export function templateOutline(template: Template, specialty: string | null, byCode: Known): InsightContent {
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
