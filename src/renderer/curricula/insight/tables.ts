import { mooreName } from '../../../shared/curricula/assessment-mix.ts';
import type { ConstraintCheck } from '../../../shared/curricula/constraint-checks.ts';
import type { Giving } from '../../../shared/curricula/coverage.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { domainName } from '../../../shared/curricula/words.ts';
import { formatCreditsFixed, sentenceCase } from '../../../shared/format.ts';
import type { Cell } from '../coverage/cells.ts';
import { LEVELS } from '../words.ts';

type Table = readonly (readonly (string | number)[])[];

/** What the curriculum is held to, as a table. */
export function constraintTable(checks: readonly ConstraintCheck[]): Table {
  const words = { holds: 'holds', fails: 'does not hold', depends: 'depends on electives' } as const;
  return [
    ['Constraint', 'Standing', 'Figure', 'How it is counted'],
    ...checks.map(({ name, status, figure, rule }) => [name, words[status], figure, rule]),
  ];
}

/** Minutes by domain against the plan, as a table. */
export function domainTable({ domains }: Insight): Table {
  return [
    ['Domain', 'Least minutes', 'Most minutes', 'Credits', 'Plan from', 'Plan to'],
    ...domains.map(({ domain, minutes, mostMinutes, creditQuarters, plan }) => [
      domainName(domain),
      minutes,
      mostMinutes,
      formatCreditsFixed(creditQuarters),
      plan.min ?? '',
      plan.max ?? '',
    ]),
  ];
}

/** Every competency with the modules that give each level, as a table. */
export function coverageTable(cells: readonly Cell[]): Table {
  const at = (giving: readonly Giving[], level: 1 | 2 | 3): string =>
    giving
      .filter((one) => one.level === level)
      .map(({ placed: { module, group } }) => (group === null ? module.code : `${module.code} (elective)`))
      .join('; ');
  return [
    [
      'Code',
      'Competency',
      'Domain',
      'Target',
      'Every learner reaches',
      'With the right electives',
      ...LEVELS.slice(1),
    ],
    ...cells.map(({ code, name, domain, target, attained, possible, giving }) => [
      code,
      name,
      domainName(domain),
      target,
      attained,
      possible,
      at(giving, 1),
      at(giving, 2),
      at(giving, 3),
    ]),
  ];
}

/** Prerequisites as a table: each module with what it requires. */
export function prerequisiteTable({ placed, gaps }: Insight): Table {
  const gapOf = new Map(gaps.map((gap) => [`${gap.moduleCode} ${gap.prerequisite}`, gap.kind]));
  const words = { missing: 'missing', later: 'comes too late', elective: 'only an elective' } as const;
  return [
    ['Number', 'Module', 'Title', 'Requires', 'Standing'],
    ...placed.flatMap(({ module, number }) =>
      module.prerequisites.map((code) => {
        const gap = gapOf.get(`${module.code} ${code}`);
        return [number, module.code, module.title, code, gap ? words[gap] : 'in order'];
      }),
    ),
  ];
}

/** Objectives by level, as a table. */
export function objectiveTable({ bloom }: Insight): Table {
  return [
    ['Level', 'Objectives'],
    ...bloom.levels.map(({ level, count }) => [sentenceCase(level), count]),
    ['No level', bloom.unclear.length],
  ];
}

/** Modules by assessment, as a table. */
export function assessmentTable({ assessment }: Insight): Table {
  return [
    ['Moore level', 'Shows', 'Modules', 'Minutes'],
    ...assessment.levels.map(({ level, modules, minutes }) => [
      level ?? '',
      mooreName(level),
      modules,
      minutes,
    ]),
  ];
}

/** The weeks of the schedule, as a table. */
export function workloadTable({ workload }: Insight): Table {
  return [
    ['Week', 'From', 'To', 'Least minutes', 'Most minutes', 'Modules'],
    ...(workload?.weeks ?? []).map(({ week, from, to, minutes, mostMinutes, modules }) => [
      week,
      from ?? '',
      to ?? '',
      minutes,
      mostMinutes,
      modules.map(({ module }) => module.code).join('; '),
    ]),
  ];
}
