import { addDays } from '../../../shared/activities/schedule.ts';
import type { ShownLevel } from '../../../shared/contract/learners.ts';
import type { ReflectionContent } from '../../../shared/contract/reflections.ts';
import type { Services } from '../../engine/handlers.ts';
import { act } from './act.ts';
import { pseudoRandom } from './pictures.ts';

/** What will change, and the commitment that goes with it; some people make none. */
const TEXTS: readonly (readonly [change: string, commitment: string])[] = [
  [
    'I will ask which population a risk score was validated in before I act on it.',
    'Check the validation population of our sepsis score with the quality team.',
  ],
  [
    'Never paste patient details into a public chatbot.',
    'Show my shift how to use the hospital tool instead.',
  ],
  ['I read sensitivity and specificity together with how common the disease is here.', ''],
  [
    'Note it in the chart when I overrule an alert, and why.',
    'Review ten overruled alerts with a colleague each week for a month.',
  ],
  [
    'Check every discharge letter that a language model drafted, line by line.',
    'Keep a tally of corrections for four weeks.',
  ],
  [
    'Tell patients when a tool helped with their plan.',
    'Use the wording from the course in every pre-operative talk.',
  ],
  ['Ask vendors who watches for drift after go-live.', 'Add the question to our purchasing checklist.'],
];

const LEVELS: readonly ShownLevel[] = [0, 1, 2, 3];
const OUTCOMES = ['kept', 'partly', 'kept', 'not kept'] as const;
const RATED = ['F1', 'F3', 'F4', 'F5', 'C1', 'G2'];

/** Most people of a finished activity send their reflections within days; some commitments have been followed up. */
export async function sampleReflections(services: Services, activityId: number, day: string): Promise<void> {
  const random = pseudoRandom(41);
  const rows = await act(services, 'reflections.list', { activityId });
  for (const [index, { enrolmentId }] of rows.entries()) {
    if (random() < 0.25) continue;
    await act(services, 'reflections.record', { enrolmentId, content: reflection(index, day, random) });
  }
}

function reflection(index: number, day: string, random: () => number): ReflectionContent {
  const [change, commitment] = TEXTS[index % TEXTS.length] ?? ['', ''];
  const writtenOn = addDays(day, 1 + Math.floor(random() * 4));
  const confidence = RATED.map((code) => {
    const before = Math.floor(random() * 2.4);
    const step = random() < 0.08 ? -1 : random() < 0.75 ? 1 : 0;
    return { code, before: level(before), after: level(before + step) };
  });
  const base = { writtenOn, change, commitment, confidence };
  const open = { followUpOn: null, outcome: 'open', followedUpOn: null } as const;
  if (commitment === '') return { ...base, ...open };
  // Two weeks on some have been asked, some are due about now, the others come in two months.
  switch (index % 4) {
    case 0:
      return {
        ...base,
        followUpOn: addDays(day, 14),
        outcome: OUTCOMES[(index / 4) % OUTCOMES.length] ?? 'kept',
        followedUpOn: addDays(day, 15),
      };
    case 1:
      return { ...base, ...open, followUpOn: addDays(day, 20) };
    default:
      return { ...base, ...open, followUpOn: addDays(day, 60) };
  }
}

function level(number: number): ShownLevel {
  return LEVELS[Math.max(0, Math.min(3, number))] ?? 0;
}
