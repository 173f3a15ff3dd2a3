import type { ExchangeCurriculum } from './format.ts';

/** Whether a module can be in a curriculum: it will be there, or the file's row for it is wrong, or nobody has it. */
export type ModuleStanding = 'there' | 'wrong' | 'missing';

/** Codes of every module of a curriculum of a file, in teaching order. */
export function codesOf(items: ExchangeCurriculum['items']): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind === 'section') return [];
    return item.kind === 'module' ? [item.module] : item.options.map(({ module }) => module);
  });
}

/** What is wrong with a curriculum of a file beside its form, one sentence each. */
export function judgeCurriculum(
  curriculum: Partial<ExchangeCurriculum>,
  standing: (code: string) => ModuleStanding,
  competencies: ReadonlySet<string>,
): readonly string[] {
  return [
    ...moduleProblems(codesOf(curriculum.items ?? []), standing),
    ...keyProblems(curriculum.items ?? []),
    ...Object.keys(curriculum.targets ?? {})
      .filter((code) => !competencies.has(code))
      .map((code) => `There is no competency ${code}, which has a target. Use a code of the framework.`),
    ...rangeProblems(curriculum.constraints),
  ];
}

function moduleProblems(
  codes: readonly string[],
  standing: (code: string) => ModuleStanding,
): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const code of codes) (seen.has(code) ? twice : seen).add(code);
  return [
    ...[...twice].map((code) => `${code} stands in this curriculum more than once. Keep it in one place.`),
    ...[...seen].flatMap((code) => {
      const found = standing(code);
      if (found === 'there') return [];
      return found === 'wrong'
        ? [`${code}, one of its modules, cannot be imported. Mend ${code} first.`]
        : [
            `There is no module ${code} in the file or in the library. Add it to the file, or take it out of the curriculum.`,
          ];
    }),
  ];
}

function keyProblems(items: ExchangeCurriculum['items']): readonly string[] {
  const keys = items.flatMap((item) => (item.kind === 'module' || item.key === undefined ? [] : [item.key]));
  const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...twice].map(
    (key) => `Two parts of the outline have the key “${key}”. Change one of them, or leave keys out.`,
  );
}

function rangeProblems(constraints: ExchangeCurriculum['constraints'] | undefined): readonly string[] {
  if (!constraints) return [];
  const ranges = [
    ['minutes', constraints.minutes],
    ['credit', constraints.quarters],
    ...Object.entries(constraints.domainMinutes).map(
      ([domain, range]) => [`minutes of ${domain}`, range] as const,
    ),
  ] as const;
  return ranges.flatMap(([words, range]) =>
    range && range.min !== null && range.max !== null && range.min > range.max
      ? [`The least ${words} asked is above the most. Correct one of the two.`]
      : [],
  );
}
