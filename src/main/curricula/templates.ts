import type { Template } from '../../shared/contract/curricula.ts';
import { quartersFromMinutes } from '../../shared/credit/quarter-hours.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader } from '../database/index.ts';
import { officeRounding } from '../office/index.ts';
import type { TemplateContent } from './catalogue.ts';
import { listModules } from './modules.ts';

/** The templates in their order, with the minutes and credit of their modules as the library has them now. */
export function listTemplates(read: Reader): readonly Template[] {
  const minutesOf = new Map(listModules(read).map((module) => [module.code, module.minutes]));
  const rounding = officeRounding(read);
  const rows = read.all(read.from.selectFrom('templates').selectAll().orderBy('position'));
  return rows.map((row) => {
    const { specialtyReplaces: _, ...content } = parse(row.content);
    const minutes = content.moduleCodes.reduce((sum, code) => sum + (minutesOf.get(code) ?? 0), 0);
    return { ...content, code: row.code, minutes, creditQuarters: quartersFromMinutes(minutes, rounding) };
  });
}

/** What a template holds. @throws RoundsError `templates/not-found` */
export function templateContent(read: Reader, code: string): TemplateContent {
  const row = read.first(read.from.selectFrom('templates').selectAll().where('code', '=', code));
  if (!row)
    throw new RoundsError('templates/not-found', `There is no template ${code}. Choose one of the list.`);
  return parse(row.content);
}

function parse(content: string): TemplateContent {
  // Written by seedCatalogue from parsed data; the table is sealed.
  return JSON.parse(content) as TemplateContent;
}
