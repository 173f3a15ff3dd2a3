import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Output } from '../../src/shared/contract/index.ts';
import { type InsightLibrary, insight } from '../../src/shared/curricula/insight.ts';
import { moduleIdsOf, requiredItems } from '../../src/shared/curricula/outline.ts';
import { openEngine, type TestEngine } from './fixture.ts';

let office: TestEngine;
beforeEach(async () => {
  office = await openEngine();
  await office.withOffice();
});
afterEach(() => office.close());

async function draft(
  templateCode: string | null = 'T-01',
  specialtyModule: string | null = null,
): Promise<number> {
  return (await office.ask('curricula.create', { title: 'Autumn course', templateCode, specialtyModule })).id;
}

function contentOf({
  id: _,
  templateCode: __,
  updatedAt: ___,
  versions: ____,
  ...content
}: Output<'curricula.get'>) {
  return content;
}

async function moduleByCode(code: string) {
  const found = (await office.ask('modules.list', {})).find((module) => module.code === code);
  if (!found) throw new Error(`no module ${code}`);
  const { id, origin, edited, retired, ...content } = found;
  return { id, origin, edited, retired, content };
}

async function insightLibrary(): Promise<InsightLibrary> {
  const modules = new Map((await office.ask('modules.list', {})).map((module) => [module.id, module]));
  return {
    moduleOf: (id) => modules.get(id),
    competencies: await office.ask('competencies.list', {}),
    rounding: 'nearest',
    today: '2026-11-25',
  };
}

test('a module that a curriculum has taken up since is not undone away', async () => {
  const [first] = await office.ask('modules.list', {});
  const { content } = await moduleByCode(first?.code ?? '');
  const added = await office.engine.call('modules.create', { ...content, code: 'OWN-9' });
  if (!added.ok || added.changeId === undefined) throw new Error('not recorded');
  const id = await draft(null);
  const own = await moduleByCode('OWN-9');
  const before = contentOf(await office.ask('curricula.get', { id }));
  const taken = await office.engine.call('curricula.update', {
    id,
    content: { ...before, items: requiredItems([own.id]) },
  });
  const refused = await office.fault('changes.undo', { changeId: added.changeId });
  expect(refused.code).toBe('changes/cannot-undo');
  if (!taken.ok || taken.changeId === undefined) throw new Error('not recorded');
  await office.ask('changes.undo', { changeId: taken.changeId });
  await office.ask('changes.undo', { changeId: added.changeId });
  expect((await office.ask('modules.list', {})).some(({ code }) => code === 'OWN-9')).toBe(false);
});

describe('the starter catalogue', () => {
  test('is there at once: 28 competencies, 46 modules with references, 6 templates', async () => {
    const modules = await office.ask('modules.list', {});
    expect(await office.ask('competencies.list', {})).toHaveLength(28);
    expect(modules).toHaveLength(46);
    expect(modules.every((module) => module.references.length > 0 && module.origin === 'catalogue')).toBe(
      true,
    );
    expect(await office.ask('templates.list', {})).toHaveLength(6);
  });

  test('the catalogue keeps its own rule: an audience lies within that of every prerequisite', async () => {
    const modules = await office.ask('modules.list', {});
    const byCode = new Map(modules.map((module) => [module.code, module]));
    for (const module of modules)
      for (const code of module.prerequisites)
        expect(byCode.get(code)?.audience).toEqual(expect.arrayContaining(module.audience));
  });

  test('every template, made into a curriculum, holds all that it is held to, with prerequisites in order', async () => {
    const library = await insightLibrary();
    for (const template of await office.ask('templates.list', {})) {
      for (const specialty of template.specialtyChoices.length > 0 ? template.specialtyChoices : [null]) {
        const curriculum = await office.ask('curricula.get', { id: await draft(template.code, specialty) });
        const found = insight(curriculum, library);
        const what = [template.code, specialty];
        expect([...what, curriculum.kind]).toEqual([...what, template.kind]);
        expect([...what, ...found.checks.filter(({ status }) => status !== 'holds')]).toEqual(what);
        // Time, credit and domains always; targets; electives and specialty where the template has them.
        const { electives } = template;
        expect(found.checks).toHaveLength(4 + (electives.length > 0 ? 1 : 0) + (specialty === null ? 0 : 1));
        expect([...what, found.gaps, found.targetsMet]).toEqual([...what, [], found.targets]);
      }
    }
  });

  test('a template’s minutes and credit are those of the curriculum made from it', async () => {
    const library = await insightLibrary();
    for (const template of await office.ask('templates.list', {})) {
      const curriculum = await office.ask('curricula.get', { id: await draft(template.code) });
      expect(insight(curriculum, library)).toMatchObject({
        minutes: template.minutes,
        creditQuarters: template.creditQuarters,
      });
    }
  });

  test('without its specialty module the precision pathway does not hold', async () => {
    const curriculum = await office.ask('curricula.get', { id: await draft('T-06') });
    const radiology = await moduleByCode('M-C10');
    const items = curriculum.items.filter((item) => item.kind !== 'module' || item.moduleId !== radiology.id);
    const found = insight({ ...curriculum, items }, await insightLibrary());
    expect(found.checks.find(({ key }) => key === 'specialty')).toMatchObject({
      status: 'fails',
      figure: 'none',
    });
  });
});

describe('drafts', () => {
  test('a template gives its modules, targets and words', async () => {
    const curriculum = await office.ask('curricula.get', { id: await draft() });
    expect(moduleIdsOf(curriculum.items)).toHaveLength(6);
    expect(curriculum.targets).toMatchObject({ F1: 2, G2: 2 });
    expect(curriculum).toMatchObject({ title: 'Autumn course', templateCode: 'T-01', versions: [] });
  });

  test('the specialty pathway takes the chosen specialty module in place of the default one', async () => {
    const cardiology = await moduleByCode('M-C13');
    const radiology = await moduleByCode('M-C10');
    const chosen = await office.ask('curricula.get', { id: await draft('T-06', 'M-C13') });
    expect(moduleIdsOf(chosen.items)).toContain(cardiology.id);
    expect(moduleIdsOf(chosen.items)).not.toContain(radiology.id);
    const refused = await office.fault('curricula.create', {
      title: 'X',
      templateCode: 'T-06',
      specialtyModule: 'M-F01',
    });
    expect(refused.code).toBe('modules/not-found');
  });

  test('a module may stand in a curriculum once', async () => {
    const id = await draft(null);
    const content = contentOf(await office.ask('curricula.get', { id }));
    const refused = await office.fault('curricula.update', {
      id,
      content: { ...content, items: requiredItems([1, 1]) },
    });
    expect(refused.code).toBe('curricula/duplicate-module');
    const unknown = await office.fault('curricula.update', {
      id,
      content: { ...content, items: requiredItems([9_999]) },
    });
    expect(unknown.code).toBe('modules/not-found');
  });

  test('removing and undoing brings a draft back as it was', async () => {
    const id = await draft();
    const before = await office.ask('curricula.get', { id });
    const answer = await office.engine.call('curricula.remove', { id });
    expect((await office.fault('curricula.get', { id })).code).toBe('curricula/not-found');
    if (!answer.ok || answer.changeId === undefined) throw new Error('not recorded');
    await office.ask('changes.undo', { changeId: answer.changeId });
    expect(await office.ask('curricula.get', { id })).toEqual(before);
  });
});

test('the list tells the least minutes of each domain: what nobody has to take does not count', async () => {
  const id = await draft(null);
  const [first, second, third] = await Promise.all(['M-F01', 'M-C01', 'M-G01'].map(moduleByCode));
  if (!first || !second || !third) throw new Error('no modules');
  const option = ({ id: moduleId }: { readonly id: number }) => ({ moduleId, note: '', week: null });
  const before = contentOf(await office.ask('curricula.get', { id }));
  const items: typeof before.items = [
    ...requiredItems([first.id]),
    {
      kind: 'electives',
      key: 'e1',
      title: 'One of these',
      note: '',
      rule: { by: 'count', atLeast: 1 },
      options: [option(second), option(third)],
    },
  ];
  await office.ask('curricula.update', { id, content: { ...before, items } });
  const [row] = await office.ask('curricula.list', {});
  expect(row?.domainMinutes).toEqual([first.content.minutes, 0, 0, 0]);
});

describe('publishing', () => {
  test('freezes a numbered version that later edits do not touch', async () => {
    const id = await draft();
    const { versionId, number } = await office.ask('curricula.publish', { id });
    expect(number).toBe(1);
    const frozen = await office.ask('versions.get', { versionId });
    const first = frozen.content[0];
    if (!first) throw new Error('no module');
    const { id: moduleId, content } = await moduleByCode(first.code);
    await office.ask('modules.update', {
      id: moduleId,
      content: { ...content, title: 'Changed', minutes: 500 },
    });
    expect(await office.ask('versions.get', { versionId })).toEqual(frozen);
    const [row] = await office.ask('curricula.list', {});
    expect(row).toMatchObject({ latestVersion: 1, changedSinceVersion: true });
    expect((await office.ask('curricula.publish', { id })).number).toBe(2);
  });

  test('is refused without modules, and when nothing has changed', async () => {
    const empty = await draft(null);
    expect((await office.fault('curricula.publish', { id: empty })).code).toBe('curricula/empty');
    const id = await draft();
    await office.ask('curricula.publish', { id });
    const again = await office.fault('curricula.publish', { id });
    expect(again.code).toBe('curricula/unchanged');
    expect(again.message).toContain('Version 1');
  });

  test('a curriculum with versions is archived, its versions stay readable, undo is possible', async () => {
    const id = await draft();
    const { versionId } = await office.ask('curricula.publish', { id });
    await office.ask('curricula.remove', { id });
    expect(await office.ask('curricula.list', {})).toEqual([]);
    expect((await office.ask('versions.get', { versionId })).number).toBe(1);
  });
});

describe('modules', () => {
  test('a code is taken once', async () => {
    const { content } = await moduleByCode('M-F01');
    expect((await office.fault('modules.create', content)).code).toBe('modules/code-in-use');
  });

  test('prerequisites exist, do not run in a circle, and reach the same audience', async () => {
    const { id, content } = await moduleByCode('M-F01');
    const missing = await office.fault('modules.create', {
      ...content,
      code: 'OWN-1',
      prerequisites: ['NONE-1'],
    });
    expect(missing.code).toBe('modules/not-found');
    const circle = await office.fault('modules.update', {
      id,
      content: { ...content, prerequisites: ['M-F03'] },
    });
    expect(circle.code).toBe('modules/prerequisite-cycle');
    expect(circle.message).toContain('M-F01 → M-F03 → M-F01');
    const wide = await office.fault('modules.create', {
      ...content,
      code: 'OWN-2',
      audience: ['chaplains'],
      prerequisites: ['M-F03'],
    });
    expect(wide.code).toBe('modules/audience-too-wide');
    expect(wide.message).toContain('Chaplains');
  });

  test('narrowing the audience under a module that builds on it is refused too', async () => {
    const { id, content } = await moduleByCode('M-F01');
    const refused = await office.fault('modules.update', {
      id,
      content: { ...content, audience: ['nursing'] },
    });
    expect(refused.code).toBe('modules/audience-too-wide');
  });

  test('an edited catalogue module says so; one of the office is never marked', async () => {
    const { id, content } = await moduleByCode('M-F01');
    await office.ask('modules.update', { id, content: { ...content, title: 'AI for everyone' } });
    expect(await moduleByCode('M-F01')).toMatchObject({ edited: true, origin: 'catalogue' });
    await office.ask('modules.update', { id, content });
    expect(await moduleByCode('M-F01')).toMatchObject({ edited: false });
    const own = await office.ask('modules.create', { ...content, code: 'OWN-1' });
    await office.ask('modules.update', { id: own.id, content: { ...content, code: 'OWN-1', minutes: 90 } });
    expect(await moduleByCode('OWN-1')).toMatchObject({ edited: false, origin: 'own' });
  });

  test('a retired module leaves new curricula and stays in drafts that hold it', async () => {
    const id = await draft();
    const { id: moduleId } = await moduleByCode('M-F04');
    await office.ask('modules.retire', { id: moduleId, retired: true });
    expect(moduleIdsOf((await office.ask('curricula.get', { id })).items)).toContain(moduleId);
    const later = await office.ask('curricula.get', { id: await draft() });
    expect(moduleIdsOf(later.items)).not.toContain(moduleId);
  });
});
