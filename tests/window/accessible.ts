import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** WCAG 2.2 up to AA, and the practices that axe knows beyond it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Expects that axe finds nothing on the screen as it stands, in light; and no want of contrast in dark, where all else is
 * the same. Leaves the window in light.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // The words of a PDF come a moment after its picture, and its structure points at them.
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('.react-pdf__Page')].every(
        (sheet) => sheet.querySelector('.structTree') && sheet.querySelector('.endOfContent'),
      ) &&
      [...document.querySelectorAll('[aria-owns]')].every((element) =>
        document.getElementById(element.getAttribute('aria-owns') ?? ''),
      ),
  );
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await axe(page).withTags(TAGS).analyze();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  // Colours are measured once the scheme has arrived everywhere: two frames after the root says so.
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)))),
  );
  const dark = await axe(page).withRules(['color-contrast']).analyze();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(findings('light', light.violations), page.url()).toEqual([]);
  expect(findings('dark', dark.violations), page.url()).toEqual([]);
}

/** Axe that gathers only what is wrong, without a second page of its own, and looks past a PDF's unseen words. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .exclude('.textLayer')
    .options({ resultTypes: ['violations'] })
    .setLegacyMode();
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** One line per element found: what is wrong with it, and where it is. */
function findings(scheme: string, violations: Violations): readonly string[] {
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${scheme}: ${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}
