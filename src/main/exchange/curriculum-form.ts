import type { CurriculumContent, OutlineItem } from '../../shared/contract/curricula.ts';
import type { ExchangeCurriculum, ExchangeItem } from '../../shared/exchange/format.ts';

/** A draft in the form of a file: codes in the place of ids. A module that is gone is left out. */
export function toExchange(draft: CurriculumContent, codes: ReadonlyMap<number, string>): ExchangeCurriculum {
  const { title, description, audience, delivery, award, kind, targets, constraints, schedule } = draft;
  const items = draft.items.flatMap((item): readonly ExchangeItem[] => {
    if (item.kind === 'section') return [item];
    if (item.kind === 'module') {
      const module = codes.get(item.moduleId);
      return module === undefined ? [] : [{ kind: 'module', module, note: item.note, week: item.week }];
    }
    const options = item.options.flatMap(({ moduleId, note, week }) => {
      const module = codes.get(moduleId);
      return module === undefined ? [] : [{ module, note, week }];
    });
    return [{ ...item, options }];
  });
  return { title, description, audience, delivery, award, kind, items, targets, constraints, schedule };
}

/** A curriculum of a file as a draft. Every module must be there. */
export function fromExchange(
  curriculum: ExchangeCurriculum,
  ids: ReadonlyMap<string, number>,
): CurriculumContent {
  const taken = new Set(curriculum.items.flatMap((item) => (item.kind === 'module' ? [] : (item.key ?? []))));
  const idOf = (code: string): number => {
    const id = ids.get(code);
    if (id === undefined) throw new Error(`the file was judged without ${code}`);
    return id;
  };
  const items = curriculum.items.map((item): OutlineItem => {
    if (item.kind === 'module') {
      const { module, note, week } = item;
      return { kind: 'module', moduleId: idOf(module), note, week };
    }
    const key = item.key ?? freeKey(item.kind, taken);
    if (item.kind === 'section') return { ...item, key };
    const options = item.options.map(({ module, note, week }) => ({ moduleId: idOf(module), note, week }));
    return { ...item, key, options };
  });
  return { ...curriculum, items };
}

/** What two curricula have in common when they read the same, whatever the order of their fields and the keys of their parts. */
export function fingerprintOf(curriculum: ExchangeCurriculum): string {
  const items = curriculum.items.map((item) => (item.kind === 'module' ? item : { ...item, key: '' }));
  return canonical({ ...curriculum, items });
}

/** JSON with the fields of every object in the order of their names. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function freeKey(stem: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const key = `${stem}${number}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return key;
  }
}
