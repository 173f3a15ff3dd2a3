import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleSignature } from '../../src/main/office/sample/pictures.ts';
import { openEngine, TEST_OFFICE, type TestEngine } from './fixture.ts';

let office: TestEngine;
beforeEach(async () => {
  office = await openEngine();
});
afterEach(() => office.close());

describe('setting up', () => {
  test('once, and everything reads back', async () => {
    expect((await office.ask('system.state', {})).phase).toBe('new');
    expect((await office.fault('office.get', {})).code).toBe('office/not-set-up');
    await office.withOffice();
    const found = await office.ask('office.get', {});
    expect(found).toMatchObject({ ...TEST_OFFICE, signatories: [{ name: 'Rosa Lindqvist, MD' }] });
    expect(await office.ask('system.state', {})).toMatchObject({ phase: 'ready', sample: false });
    expect((await office.fault('office.setUp', TEST_OFFICE)).code).toBe('office/already-set-up');
  });

  test.each([
    [
      'a state accreditor without its society',
      { accreditor: 'state', stateSociety: ' ' },
      /state medical society/,
    ],
    ['a zone that does not exist', { timeZone: 'Mars/Olympus' }, /not a time zone/],
    ['a fixed offset in place of a zone', { timeZone: '+02:00' }, /not a time zone/],
  ])('%s is refused in one sentence', async (_, change, sentence) => {
    const refused = await office.fault('office.setUp', { ...TEST_OFFICE, ...change });
    expect(refused.message).toMatch(sentence);
    expect((await office.ask('system.state', {})).phase).toBe('new');
  });

  test('signatories are changed, added, ordered and removed', async () => {
    await office.withOffice();
    const found = await office.ask('office.get', {});
    const added = { id: null, name: 'Daniel Osei', title: 'Manager', imageAssetId: null };
    await office.ask('office.update', { ...found, signatories: [added, ...found.signatories] });
    const two = await office.ask('office.get', {});
    expect(two.signatories.map(({ name }) => name)).toEqual(['Daniel Osei', 'Rosa Lindqvist, MD']);
    expect(two.signatories[1]?.id).toBe(found.signatories[0]?.id);
    await office.ask('office.update', { ...two, signatories: two.signatories.slice(1) });
    expect((await office.ask('office.get', {})).signatories).toEqual(found.signatories);
  });
});

describe('pictures', () => {
  const png = sampleSignature(7);

  test('are kept by their bytes, once', async () => {
    const add = () => office.ask('assets.add', { fileName: 'signature.png', base64: png.toString('base64') });
    const { assetId } = await add();
    expect((await add()).assetId).toBe(assetId);
    const kept = await office.ask('assets.get', { assetId });
    expect(kept).toEqual({ mediaType: 'image/png', base64: png.toString('base64') });
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text that calls itself PNG', Buffer.from('not a picture at all, whatever its name says')],
    ['a PNG that was cut short', png.subarray(0, 500)],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
  ])('%s is refused', async (_, bytes) => {
    const refused = await office.fault('assets.add', { fileName: 'x.png', base64: bytes.toString('base64') });
    expect(refused.code).toBe('office/image-unreadable');
    expect(refused.message).toMatch(/choose/i);
  });

  test('an office cannot name a picture that is not there', async () => {
    const refused = await office.fault('office.setUp', { ...TEST_OFFICE, logoAssetId: 77 });
    expect(refused.code).toBe('office/image-unreadable');
  });
});

test('statements come with their dates, source and confidence', async () => {
  const statements = await office.ask('statements.list', {});
  expect(new Set(statements.map(({ kind }) => kind))).toEqual(
    new Set(['accreditation', 'designation', 'participation', 'award']),
  );
  expect(statements.every(({ source, confidence }) => source !== '' && confidence !== '')).toBe(true);
});
