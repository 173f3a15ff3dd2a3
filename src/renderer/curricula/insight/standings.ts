import { checksInWords } from '../../../shared/curricula/constraint-checks.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { counted, formatMinutes } from '../../../shared/format.ts';
import type { Standing } from './Part.tsx';
import type { PartName } from './remembered-parts.ts';

/** What each part is called. */
export const PART_TITLES: Readonly<Record<PartName, string>> = {
  constraints: 'Constraints',
  time: 'Time and credit',
  coverage: 'Competencies',
  prerequisites: 'Prerequisites',
  risks: 'Risks',
  objectives: 'Objectives',
  assessment: 'Assessment',
  workload: 'Workload',
};

/** How a part stands, in a few words for its heading. */
export function standingOf(part: PartName, found: Insight): Standing {
  switch (part) {
    case 'constraints':
      return constraints(found);
    case 'time':
      return neutral(found.modules === 0 ? '' : counted(found.modules, 'module', 'modules'));
    case 'coverage':
      return targets(found);
    case 'prerequisites':
      return found.gaps.length > 0
        ? { words: `${found.gaps.length} to mend`, tone: 'warning' }
        : neutral(found.modules === 0 ? '' : 'In order');
    case 'risks':
      return risks(found);
    case 'objectives':
      return objectives(found);
    case 'assessment':
      return neutral(found.assessment.claims === 0 ? '' : `${backedPercent(found)}% shown in performance`);
    case 'workload': {
      const heaviest = found.workload?.heaviest;
      return neutral(heaviest ? `at most ${formatMinutes(heaviest.mostMinutes)} a week` : 'No schedule');
    }
  }
}

/** Share of the claims of level 2 and higher that are shown in performance, in whole percent; 0 without claims. */
export function backedPercent({ assessment: { claims, backed } }: Insight): number {
  return claims === 0 ? 0 : Math.floor((backed * 100) / claims);
}

function constraints({ checks }: Insight): Standing {
  if (checks.length === 0) return neutral('Nothing asked');
  const failing = checks.some(({ status }) => status === 'fails');
  const open = checks.some(({ status }) => status === 'depends');
  return { words: checksInWords(checks), tone: failing ? 'bad' : open ? 'warning' : 'good' };
}

function targets({ targets: asked, targetsMet }: Insight): Standing {
  if (asked === 0) return neutral('No targets');
  return { words: `${targetsMet} of ${asked} met`, tone: targetsMet === asked ? 'good' : 'warning' };
}

function risks({ redundancy, upkeep, modules }: Insight): Standing {
  const pressing = upkeep.overdue.length + upkeep.unreviewed.length;
  if (pressing > 0) return { words: `${pressing} to review`, tone: 'warning' };
  if (redundancy.single.length > 0)
    return neutral(`${counted(redundancy.single.length, 'target', 'targets')} on one module`);
  return neutral(modules === 0 ? '' : 'None seen');
}

function objectives({ bloom }: Insight): Standing {
  if (bloom.objectives === 0) return neutral('');
  if (bloom.unclear.length > 0) return { words: `${bloom.unclear.length} without a level`, tone: 'warning' };
  return neutral(counted(bloom.objectives, 'objective', 'objectives'));
}

function neutral(words: string): Standing {
  return { words, tone: null };
}
