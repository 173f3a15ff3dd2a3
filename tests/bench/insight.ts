import type { OutlineItem } from '../../src/shared/contract/curricula.ts';
import type { Module } from '../../src/shared/contract/modules.ts';
import { insight } from '../../src/shared/curricula/insight.ts';
import { NO_CONSTRAINTS } from '../../src/shared/curricula/outline.ts';
import { prerequisiteGraph } from '../../src/shared/curricula/prerequisite-graph.ts';
import { type Measured, median, print } from './measure.ts';
import { benchFolder, openOffice } from './office.ts';

/** What is shown while a curriculum is built, added up anew as it is after every keystroke. */
const office = await openOffice(benchFolder());
const catalogue = await office.ask('modules.list', {});
const competencies = await office.ask('competencies.list', {});
await office.close();

/** The catalogue over and over, each module building on up to three before it. */
function libraryOf(count: number): readonly Module[] {
  return Array.from({ length: count }, (_, index) => {
    const base = catalogue[index % catalogue.length];
    if (!base) throw new Error('the catalogue is empty');
    const before = [index - 1, index >> 1, (index * 7) % Math.max(1, index)].filter(
      (at) => at >= 0 && at < index,
    );
    return {
      ...base,
      id: index + 1,
      code: `B-${index}`,
      prerequisites: index % 3 === 0 ? [] : [...new Set(before)].map((at) => `B-${at}`),
    };
  });
}

/** Every tenth run of eight modules is a group of electives. */
function outlineOf(modules: readonly Module[]): OutlineItem[] {
  const items: OutlineItem[] = [];
  for (let at = 0; at < modules.length; ) {
    const some = modules.slice(at, at + (items.length % 10 === 9 ? 8 : 1));
    const entries = some.map(({ id }) => ({
      moduleId: id,
      note: '',
      week: id % 17 === 0 ? (id % 20) + 1 : null,
    }));
    if (entries.length > 1) {
      const rule =
        items.length % 20 === 19
          ? { by: 'credit' as const, quarters: 12 }
          : { by: 'count' as const, atLeast: 3 };
      items.push({ kind: 'electives', key: `g${at}`, title: 'Electives', note: '', rule, options: entries });
    } else for (const entry of entries) items.push({ kind: 'module', ...entry });
    at += some.length;
  }
  return items;
}

const targets = Object.fromEntries(competencies.map(({ code }) => [code, 3 as const]));
const lines: Measured[] = [];
for (const count of [50, 200, 400]) {
  const modules = libraryOf(count);
  const byId = new Map(modules.map((module) => [module.id, module]));
  const library = {
    moduleOf: (id: number) => byId.get(id),
    competencies,
    rounding: 'nearest' as const,
    today: '2026-11-25',
  };
  const content = {
    items: outlineOf(modules),
    targets,
    constraints: {
      ...NO_CONSTRAINTS,
      minutes: { min: 100, max: 20_000 },
      domainMinutes: { clinical: { min: 100, max: null } },
      specialtyModule: true,
    },
    schedule: { startsOn: '2027-01-11', weeks: 20 },
  };
  const found = insight(content, library);
  lines.push({
    what: `insight on ${found.modules} modules, ${content.items.filter(({ kind }) => kind === 'electives').length} groups, 20 weeks`,
    milliseconds: await median(25, () => insight(content, library)),
  });
  lines.push({
    what: `the picture of their ${found.placed.reduce((sum, { module }) => sum + module.prerequisites.length, 0)} prerequisites`,
    milliseconds: await median(25, () => prerequisiteGraph(found.placed, found.gaps)),
  });
}
const long = libraryOf(400);
const byId = new Map(long.map((module) => [module.id, module]));
lines.push({
  what: 'insight on 400 modules over 104 weeks',
  milliseconds: await median(9, () =>
    insight(
      {
        items: outlineOf(long),
        targets,
        constraints: NO_CONSTRAINTS,
        schedule: { startsOn: null, weeks: 104 },
      },
      { moduleOf: (id) => byId.get(id), competencies, rounding: 'nearest', today: '2026-11-25' },
    ),
  ),
});
print('Insight, recomputed as after a keystroke', lines);
