import { chromium, type Page } from 'playwright';
import type { Bridge } from '../harness/bridge.ts';
import { distributionsChromium } from '../harness/chromium.ts';
import type { Program } from '../harness/program.ts';
import { take } from './drawing.ts';

async function settingsAt(program: Program, target: Readonly<Record<string, string>>): Promise<Page> {
  const popover = await program.window('popover');
  await popover.evaluate(
    (wanted) => (window as unknown as { rolecall: Bridge }).rolecall.showSettings?.(wanted),
    target,
  );
  return program.window('settings');
}

/** One profile, with the steps that lead to it. */
export async function takeProfile(program: Program): Promise<void> {
  const settings = await settingsAt(program, { section: 'profiles', profile: 'chained' });
  await settings.getByRole('heading', { level: 2 }).nth(1).waitFor();
  await take(settings, 'profile');
}

/** Signed in by the browser, an organisation is read and chosen from. */
export async function takeImport(program: Program): Promise<void> {
  const settings = await settingsAt(program, { section: 'identity-center' });
  await settings.getByRole('button', { name: 'Sign in' }).click();
  const browser = await chromium.launch(distributionsChromium);
  try {
    const page = await browser.newPage();
    await page.goto(await program.browser.nextLink());
    await page.getByRole('button', { name: 'Allow access' }).click();
    await settings.getByText(/^Signed in, /).waitFor();
  } finally {
    await browser.close();
  }
  await settings.getByRole('button', { name: 'Import…' }).click();
  await settings.getByRole('button', { name: 'See the changes' }).waitFor();
  await take(settings, 'import');
}
