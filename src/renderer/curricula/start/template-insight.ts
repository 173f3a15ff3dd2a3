import type { Template } from '../../../shared/contract/curricula.ts';
import { type Insight, insight } from '../../../shared/curricula/insight.ts';
import { templateOutline } from '../../../shared/curricula/template-outline.ts';
import type { Library } from '../library.ts';

/** What a template adds up to with the library as it stands, with a module in its specialty place. */
export function templateInsight(template: Template, specialty: string | null, library: Library): Insight {
  return insight(templateOutline(template, specialty, library.byCode), {
    ...library,
    moduleOf: (id) => library.byId.get(id),
  });
}
