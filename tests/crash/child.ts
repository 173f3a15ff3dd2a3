import { OfficeFile } from '../../src/main/database/office-file.ts';

/**
 * A program that writes acts to the office file and says on standard output which ones it was told are saved.
 * It kills itself without warning at the step named in its arguments.
 */
async function main(): Promise<void> {
  const [folder = '', work = '', killAt = '', killAfter = '1'] = process.argv.slice(2);
  let seen = 0;
  const file = new OfficeFile({
    dataDirectory: folder,
    appVersion: '0.0.0',
    now: () => new Date().toISOString(),
    seed: (writer) => {
      writer.insert('number_sequences', { name: 'acts', next: 1 });
      writer.insert('number_sequences', { name: 'SEED', next: 1 });
      // A file without modules counts as never filled.
      writer.insert('modules', {
        code: 'SEED',
        title: 'Seed',
        domain: 'foundations',
        track: 'foundation',
        format: 'workshop',
        ama_learning_format: 'live activity',
        minutes: 60,
        description: '',
        objectives: '[]',
        audience: '[]',
        specialty_focus: '[]',
        prerequisites: '[]',
        competencies: '[]',
        assessment_method: '',
        assessment_standard: '',
        references: '[]',
        last_reviewed: null,
        review_by: null,
        origin: 'catalogue',
        edited: 0,
        retired: 0,
        moore_level: null,
        ai_uses: '[]',
      });
    },
    onStep: (name) => {
      if (name === killAt && ++seen === Number(killAfter)) process.kill(process.pid, 'SIGKILL');
    },
  });
  await file.open();
  if (work === 'write') {
    for (let act = 1; act <= 40; act += 1) {
      // Each act is two rows: a crash may lose an act that nobody was told of, never half of one.
      file.write('act', (writer) => {
        writer.insert('number_sequences', { name: `A-${act}`, next: act });
        writer.insert('competencies', {
          code: `A-${act}`,
          position: act,
          domain: 'foundations',
          name: '',
          description: '',
          levels: '[]',
          provenance: '[]',
          specialty_bound_level: null,
        });
      });
      process.stdout.write(`saved A-${act}\n`);
    }
  }
  if (work === 'backup') {
    process.stdout.write(`backed up ${(await file.backup('manual')).name}\n`);
  }
  if (work === 'restore') {
    const backup = await file.backup('manual');
    process.stdout.write(`backed up ${backup.name}\n`);
    file.write('act', (writer) => writer.insert('number_sequences', { name: 'AFTER', next: 99 }));
    process.stdout.write('saved AFTER\n');
    await file.restore(backup.name);
    process.stdout.write('restored\n');
  }
  file.close();
}

await main();
