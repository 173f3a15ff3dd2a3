import { crc32, deflateSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';

let opened: TestWindow | null = null;
afterEach(async () => {
  await opened?.close();
  opened = null;
});

async function start(): Promise<TestWindow> {
  opened = await openWindow();
  return opened;
}

test('sets up an office accredited by a state society, with logo and signature', async () => {
  const { page, call } = await start();
  await page.getByRole('heading', { level: 1, name: /from curriculum to certificate/i }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set up my office' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your office' }).waitFor();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Give the name of your office as it stands on certificates.').waitFor();
  const provider = page.getByRole('textbox', { name: /name of the provider/i });
  expect(await focused(provider)).toBe(true);
  await expectAccessible(page);
  await provider.fill('Harborview Teaching Hospital');
  await page.getByRole('textbox', { name: 'Address' }).fill('12 Quay Street\nSeattle, Washington 98101');

  const logo = page.getByLabel(/^Logo: choose a picture/);
  await logo.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await page
    .getByRole('alert')
    .filter({ hasText: /picture|PNG/i })
    .first()
    .waitFor();
  await logo.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png(240, 80) });
  await page.getByRole('button', { name: 'Remove: Logo' }).waitFor();
  const preview = page.getByRole('complementary', { name: 'Preview of the certificate' });
  await preview.getByRole('img', { name: 'Logo' }).waitFor();
  expect(await preview.textContent()).toContain('Harborview Teaching Hospital');

  await page.getByRole('radio', { name: 'Accredited by a state medical society' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Name the state medical society that accredits you.').waitFor();
  await page
    .getByRole('textbox', { name: 'State medical society' })
    .fill('Washington State Medical Association');
  expect(await preview.textContent()).toContain('Washington State Medical Association');
  await page.getByRole('button', { name: 'Continue' }).click();

  await page.getByRole('heading', { level: 1, name: 'Who signs' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open my office' }).click();
  await page.getByText('Give the name, or remove this signature line.').waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Maya Lindqvist, MD');
  await page.getByRole('textbox', { name: 'Title' }).fill('Director of CME');
  await page
    .getByLabel(/^Picture of signature 1: choose/)
    .setInputFiles({ name: 'maya.png', mimeType: 'image/png', buffer: png(300, 90) });
  await preview.getByRole('img', { name: 'Signature' }).waitFor();
  await page.getByRole('button', { name: 'Open my office' }).click();

  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  await page.getByText('First steps').waitFor();
  await expectAccessible(page);
  const settings = await call('office.get', {});
  expect(settings).toMatchObject({
    providerName: 'Harborview Teaching Hospital',
    accreditor: 'state',
    stateSociety: 'Washington State Medical Association',
    signatories: [{ name: 'Maya Lindqvist, MD', title: 'Director of CME' }],
  });
  expect(settings.logoAssetId).not.toBeNull();
  expect(settings.signatories[0]?.imageAssetId).not.toBeNull();
});

test('Back and Forward of the window keep what was typed', async () => {
  const { page, call } = await start();
  await page.getByRole('button', { name: 'Set up my office' }).click();
  const provider = page.getByRole('textbox', { name: /name of the provider/i });
  await provider.fill('Quiet Valley Clinic');
  await page.getByRole('button', { name: 'Continue' }).click();
  const signs = page.getByRole('heading', { level: 1, name: 'Who signs' });
  await signs.waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ana Ruiz, DO');
  await page.goBack();
  expect(await provider.inputValue()).toBe('Quiet Valley Clinic');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: /from curriculum to certificate/i }).waitFor();
  await page.getByRole('button', { name: 'Set up my office' }).click();
  expect(await provider.inputValue()).toBe('Quiet Valley Clinic');
  await page.getByRole('button', { name: 'Continue' }).click();
  await signs.waitFor();
  expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ana Ruiz, DO');
  await page.getByRole('button', { name: 'Open my office' }).click();
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  expect((await call('office.get', {})).signatories[0]?.name).toBe('Ana Ruiz, DO');
});

test('sets up an office by keyboard alone', async () => {
  const { page, call } = await start();
  await press(page, 'Tab', page.getByRole('button', { name: 'Set up my office' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Your office' }).waitFor();
  await press(page, 'Tab', page.getByRole('textbox', { name: /name of the provider/i }));
  await page.keyboard.type('Quiet Valley Clinic');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Who signs' }).waitFor();
  await press(page, 'Tab', page.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.type('Ana Ruiz, DO');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  expect((await call('office.get', {})).providerName).toBe('Quiet Valley Clinic');
});

test('explores the sample office, which is filled before it is shown', async () => {
  const { page, call } = await start();
  await page.getByRole('button', { name: 'Explore a sample office' }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor({ timeout: 60_000 });
  await page.getByRole('navigation', { name: 'Places' }).getByText('Sample office').waitFor();
  const { counts, attention } = await call('home.summary', {});
  expect(counts.activities).toBeGreaterThan(2);
  expect(counts.certificates).toBeGreaterThan(0);
  expect(attention.length).toBeGreaterThan(2);
  await page.getByText(attention[0]?.title ?? '').waitFor();
  await expectAccessible(page);
});

/** Presses a key until the control has the focus. */
async function press(page: Page, key: string, control: Locator): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if (await focused(control)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${control}.`);
}

function focused(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}

/** A white picture with a dark line through it. */
function png(width: number, height: number): Buffer {
  const row = Buffer.alloc(width * 3 + 1, 255);
  row[0] = 0;
  const dark = Buffer.alloc(width * 3 + 1, 40);
  dark[0] = 0;
  const rows = Array.from({ length: height }, (_, y) => (y === Math.floor(height / 2) ? dark : row));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
