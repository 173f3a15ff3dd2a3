import { join } from 'node:path';
import { z } from 'zod';
import { once, peakMemory, print } from './measure.ts';
import { benchFolder, openOffice } from './office.ts';

/** Look at a file of 5,000 and of 50,000 modules, and import 5,000, beside parsing the same text. */
function module(index: number): object {
  return {
    code: `X-${index}`,
    title: `Module number ${index} of a large library`,
    domain: 'clinical',
    track: 'practitioner',
    format: 'workshop',
    amaLearningFormat: 'live activity',
    minutes: 30 + (index % 8) * 15,
    description: 'What a clinician needs to know of one kind of tool. '.repeat(4),
    objectives: ['List where the tool fails', 'Explain its intended use', 'Decide when not to use it'],
    audience: [],
    specialtyFocus: [],
    prerequisites: index % 3 === 0 ? [] : [`X-${index - (index % 3)}`],
    competencies: [
      { code: 'F1', level: 1 },
      { code: 'C3', level: 2 },
    ],
    assessmentMethod: 'Case discussion',
    assessmentStandard: 'Four of five points',
    mooreLevel: '3B',
    references: [],
    lastReviewed: '2026-03-01',
    reviewBy: '2027-03-01',
    aiUses: [],
  };
}

function fileOf(modules: number): string {
  return JSON.stringify({
    format: 'rounds-curriculum',
    version: 1,
    modules: Array.from({ length: modules }, (_, index) => module(index)),
  });
}

async function look(base64: string) {
  const result = await office.job('exchange.rehearse', { fileName: 'modules.json', base64 });
  return office.ask('exchange.rehearsal', z.strictObject({ rehearsalId: z.string() }).parse(result));
}

const office = await openOffice(join(benchFolder(), 'office'));
for (const modules of [5_000, 50_000]) {
  const text = fileOf(modules);
  const base64 = Buffer.from(text).toString('base64');
  const bare = await once(() => JSON.parse(text));
  const floor = { what: 'parse the text', milliseconds: bare.milliseconds };
  const looked = await once(() => look(base64));
  const { counts, rehearsalId } = looked.value;
  const lines = [
    {
      what: 'rehearse',
      milliseconds: looked.milliseconds,
      floor,
      note: `${counts.new} new, ${counts.error} with a problem, ${peakMemory()}`,
    },
  ];
  if (counts.new > 0) {
    const applied = await once(() => office.ask('exchange.apply', { rehearsalId, leaveOut: [] }));
    lines.push({
      what: 'import with its history',
      milliseconds: applied.milliseconds,
      floor,
      note: `${applied.value.created} modules, ${peakMemory()}`,
    });
    const again = await once(() => look(base64));
    lines.push({
      what: 'rehearse what is there already',
      milliseconds: again.milliseconds,
      floor,
      note: `${again.value.counts.same} the same`,
    });
  }
  print(`Exchange file of ${modules} modules (${(text.length / 1e6).toFixed(1)} MB)`, lines);
}
await office.close();
