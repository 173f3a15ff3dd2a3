import type { OutlinePart, OverviewDocument } from './document.ts';

/** A line of the outline on the overview. */
export type OverviewLine =
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'module';
      readonly number: number;
      readonly title: string;
      readonly minutes: number;
      /** Set in, under the rule of its group. */
      readonly elective: boolean;
    }
  | { readonly kind: 'rest'; readonly text: string };

/**
 * The outline in at most `most` lines: every section shows as many of its first modules as all can, and counts the rest.
 * With more sections than lines, the last ones are counted.
 */
export function overviewLines(document: OverviewDocument, most: number): readonly OverviewLine[] {
  const parts = document.outline.map((part) => linesOf(part, document));
  const whole = parts.flat();
  if (whole.length <= most) return whole;
  let shown = 0;
  let lines = shortened(parts, 0);
  while (true) {
    const next = shortened(parts, shown + 1);
    if (next.length > most) break;
    lines = next;
    shown += 1;
  }
  if (lines.length <= most) return lines;
  const left = document.outline.length - Math.ceil((most - 1) / 2);
  return [
    ...lines.slice(0, most - 1),
    { kind: 'rest', text: `and about ${left} more sections, in the syllabus` },
  ];
}

const REQUIRED: OverviewLine = { kind: 'heading', text: 'Required' };

function linesOf(part: OutlinePart, document: OverviewDocument): readonly OverviewLine[] {
  const byNumber = new Map(document.modules.map((module) => [module.number, module]));
  const module = (number: number, elective: boolean): readonly OverviewLine[] => {
    const found = byNumber.get(number);
    return found ? [{ kind: 'module', ...found, elective }] : [];
  };
  const heading: readonly OverviewLine[] = part.title === '' ? [] : [{ kind: 'heading', text: part.title }];
  return [
    ...heading,
    ...part.rows.flatMap((row, index): readonly OverviewLine[] =>
      row.kind === 'module'
        ? // Required modules after a group of electives are headed as such, as in the syllabus.
          [...(part.rows[index - 1]?.kind === 'electives' ? [REQUIRED] : []), ...module(row.number, false)]
        : [
            { kind: 'heading', text: row.heading },
            ...row.options.flatMap(({ number }) => module(number, true)),
          ],
    ),
  ];
}

/** Each part with its first `shown` modules; one left over is shown rather than counted. */
function shortened(parts: readonly (readonly OverviewLine[])[], shown: number): readonly OverviewLine[] {
  return parts.flatMap((lines) => {
    const modules = lines.flatMap((line) => (line.kind === 'module' ? [line] : []));
    if (modules.length <= shown + 1) return lines;
    const kept = new Set(modules.slice(0, shown));
    const rest = modules.slice(shown);
    const minutes = rest.reduce((sum, module) => sum + module.minutes, 0);
    const first = rest[0];
    const last = first ? lines.indexOf(first) : lines.length;
    return [
      ...lines.slice(0, last).filter((line) => line.kind !== 'module' || kept.has(line)),
      {
        kind: 'rest' as const,
        text: `${shown === 0 ? '' : 'and '}${rest.length} ${shown === 0 ? '' : 'more '}modules, ${minutes} min`,
      },
    ];
  });
}
