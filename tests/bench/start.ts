import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../src/main/hosts/loopback/find-browser.ts';
import { median, print } from './measure.ts';
import { benchFolder, openOffice, withVersion } from './office.ts';
import { serve } from './serve.ts';

/** From starting the program to Home on the screen, beside an empty page in the same browser. */
const executablePath = findBrowser();
if (executablePath === null) throw new Error('Install Chrome, Chromium or Edge to run this benchmark.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const folder = benchFolder();
const office = await openOffice(folder);
await withVersion(office);
await office.close();

const program = await median(5, async () => {
  const { address, stop } = await serve(folder);
  const page = await browser.newPage();
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.close();
  await stop();
});
const server = createServer((_request, response) =>
  response.end('<!doctype html><title>Empty</title><h1>Empty</h1>'),
);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const empty = await median(5, async () => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.close();
});
server.close();
await browser.close();
print('Start', [
  {
    what: 'from starting the program to Home',
    milliseconds: program,
    floor: { what: 'an empty page', milliseconds: empty },
  },
]);
