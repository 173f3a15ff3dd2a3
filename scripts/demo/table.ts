import { formatCredits, formatDateRange, formatMinutes } from '../../src/shared/format.ts';
import type { DemoSummary, ImportOutcome } from './run.ts';

/** Reasons that are shown; the rest stands in summary.json. */
const SHOWN = 8;
/** People that are named with each reason. */
const NAMED = 5;

const NO_PROFESSION =
  'The roster says nobody’s profession, so nobody may get credit: add a column with degrees (MD, RN) or professions.';

/** Prints what the demo made as a short table. */
export function printTable(summary: DemoSummary): void {
  const { curriculum, activity, certificates } = summary;
  if (summary.earlierResult) console.log(`The earlier result is now in ${summary.earlierResult}.\n`);
  const lines: readonly (readonly [string, string])[] = [
    [
      'Curriculum',
      `${curriculum.title} (${curriculum.template}), version ${curriculum.version}: ${curriculum.modules} modules, ${formatMinutes(curriculum.minutes)}, ${formatCredits(curriculum.creditQuarters)} credits`,
    ],
    [
      'Activity',
      `${formatDateRange(activity.startsOn, activity.endsOn)}: ${activity.sessions} sessions, maximum ${formatCredits(activity.maximumQuarters)} credits, ${activity.enrolled} enrolled`,
    ],
    ['', 'The demo asks for no minimum attendance, no test and no evaluation.'],
    ['Roster', importLine(summary.roster)],
    ...(activity.enrolled > 0 && activity.professionsKnown === 0 ? ([['', NO_PROFESSION]] as const) : []),
    ['Attendance', importLine(summary.attendance)],
    [
      'Certificates',
      `${certificates.asked} asked, ${certificates.made} made, ${certificates.held.length} held`,
    ],
  ];
  for (const [label, text] of lines) console.log(`${label.padEnd(14)}${text}`);
  for (const line of heldLines(certificates.held)) console.log(line);
  console.log('');
  const figures = grouped(
    certificates.issued.map(({ kind, creditQuarters }) =>
      kind === 'cme'
        ? `${formatCredits(creditQuarters)} ${creditQuarters === 4 ? 'credit' : 'credits'} awarded`
        : 'participation',
    ),
  );
  for (const [what, count] of figures) console.log(`${''.padEnd(14)}${String(count).padStart(9)}  ${what}`);
  console.log(
    `\n${summary.folder} holds rounds.db, certificates/, syllabus.pdf and summary.json (every row and every sum).`,
  );
}

/** Reasons with how many people each holds, and below each the first of their names. */
export function heldLines(
  held: readonly { readonly name: string; readonly reason: string }[],
): readonly string[] {
  return grouped(held.map(({ reason }) => reason))
    .slice(0, SHOWN)
    .flatMap(([reason, count]) => {
      const names = held.filter((person) => person.reason === reason).map(({ name }) => name);
      const more = count > NAMED ? ` and ${count - NAMED} more` : '';
      return [
        `${''.padEnd(14)}held ${String(count).padStart(4)}  ${reason}`,
        `${''.padEnd(25)}${names.slice(0, NAMED).join(', ')}${more}`,
      ];
    });
}

function importLine({ file, layout, rows, counts }: ImportOutcome): string {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([fate, count]) => `${count} ${fate}`);
  return `${file} (${layout}): ${rows} rows: ${parts.join(', ')}`;
}

function grouped(texts: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
