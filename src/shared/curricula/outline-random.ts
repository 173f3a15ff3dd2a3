import fc from 'fast-check';
import type { OutlineItem } from '../contract/curricula.ts';
import type { Outline } from './outline-rows.ts';

/** Any outline of some of the modules 1 to `modules`, each once, with sections, groups, notes and weeks. For tests. */
export function anyOutline(modules: number): fc.Arbitrary<Outline> {
  const ids = fc.shuffledSubarray(Array.from({ length: modules }, (_, index) => index + 1));
  const kinds = fc.array(fc.constantFrom('module', 'section', 'electives', 'option'), {
    minLength: modules * 2,
    maxLength: modules * 2,
  });
  const notes = fc.array(fc.constantFrom('', 'Bring a laptop'), { minLength: modules, maxLength: modules });
  return fc.tuple(ids, kinds, notes).map(([wanted, steps, words]) => {
    const items: OutlineItem[] = [];
    const waiting = [...wanted];
    for (const [step, kind] of steps.entries()) {
      const last = items.at(-1);
      if (kind === 'section') items.push({ kind, key: `s${step}`, title: `Section ${step}`, note: '' });
      else if (kind === 'electives')
        items.push({
          kind,
          key: `g${step}`,
          title: 'Group',
          note: '',
          rule: { by: 'count', atLeast: 1 },
          options: [],
        });
      else {
        const moduleId = waiting.shift();
        if (moduleId === undefined) continue;
        const entry = { moduleId, note: words[moduleId - 1] ?? '', week: moduleId % 3 || null };
        if (kind === 'option' && last?.kind === 'electives') last.options.push(entry);
        else items.push({ kind: 'module', ...entry });
      }
    }
    return items;
  });
}
