import type { Template } from '../../shared/contract/curricula.ts';
import { quartersFromMinutes } from '../../shared/credit/quarter-hours.ts';
import { electiveSpan } from '../../shared/curricula/electives.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader } from '../database/index.ts';
import { catalogueTemplates, listModules, type TemplateContent } from '../modules/index.ts';
import { officeRounding } from '../office/index.ts';

/** The templates in their order, with the least minutes and credit of their modules as the library has them now. */
export function listTemplates(read: Reader): readonly Template[] {
  const minutesOf = new Map(listModules(read).map((module) => [module.code, module.minutes]));
  const rounding = officeRounding(read);
  const timesOf = (codes: readonly string[]) => codes.map((code) => minutesOf.get(code) ?? 0);
  return catalogueTemplates().map(({ specialtyReplaces: _, ...content }) => {
    const required = timesOf(content.moduleCodes).reduce((sum, minutes) => sum + minutes, 0);
    const minutes = content.electives.reduce(
      (sum, { atLeast, moduleCodes }) =>
        sum + electiveSpan({ by: 'count', atLeast }, timesOf(moduleCodes)).least,
      required,
    );
    return { ...content, minutes, creditQuarters: quartersFromMinutes(minutes, rounding) };
  });
}

/** What a template holds. @throws RoundsError `templates/not-found` */
export function templateContent(code: string): TemplateContent {
  const template = catalogueTemplates().find((candidate) => candidate.code === code);
  if (!template)
    throw new RoundsError('templates/not-found', `There is no template ${code}. Choose one of the list.`);
  return template;
}
