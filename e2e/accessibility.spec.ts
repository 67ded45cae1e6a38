import { expect, test } from '@playwright/test';
import { type Gallery, openGallery, wanted } from './gallery/open-gallery.ts';
import { walkByTab } from './gallery/tab-walk.ts';

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery?.close());

const appearances = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { name: colorScheme, media: { colorScheme, contrast: 'no-preference', forcedColors: 'none' } as const },
  { name: `${colorScheme}, more contrast`, media: { colorScheme, contrast: 'more', forcedColors: 'none' } as const },
]);

test('the judges see what is wrong', async () => {
  const { page, show, faults } = gallery;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await show('popover-active');
  await page.evaluate(() => {
    const faint = document.createElement('p');
    faint.textContent = 'faint';
    faint.style.cssText = 'position: fixed; inset: 0 auto auto 0; color: #999; background: #fff';
    const nameless = document.createElement('button');
    const unreachable = document.createElement('button');
    unreachable.textContent = 'unreachable';
    unreachable.tabIndex = -1;
    const ringless = document.createElement('button');
    ringless.textContent = 'ringless';
    ringless.style.cssText = 'outline: none';
    document.querySelector('main')?.append(faint, nameless, unreachable, ringless);
  });
  const found = await faults();
  for (const fault of ['button-name', 'color-contrast']) expect(found.join()).toContain(fault);
  const walk = await walkByTab(page);
  expect(walk).toMatchObject({ unreached: ['button unreachable'], unseen: ['button ringless'] });
});

test('every screen has names, an order and enough contrast, in light, dark and more of it', async () => {
  test.setTimeout(600_000);
  const { page, scenes, show, faults } = gallery;
  for (const { name } of scenes.filter((scene) => wanted(scene.name))) {
    await page.emulateMedia({ ...appearances[0]?.media, reducedMotion: 'reduce' });
    await show(name);
    expect.soft(await faults(), name).toEqual([]);
    for (const { name: appearance, media } of appearances.slice(1)) {
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      expect.soft(await faults({ rules: ['color-contrast'] }), `${name} in ${appearance}`).toEqual([]);
    }
  }
});

test('everything is reached by Tab, and where the focus is can be seen', async () => {
  test.setTimeout(600_000);
  const { page, scenes, show } = gallery;
  await page.emulateMedia({ ...appearances[0]?.media, reducedMotion: 'reduce' });
  for (const { name } of scenes.filter((scene) => wanted(scene.name))) {
    await show(name);
    const { unreached, unseen } = await walkByTab(page);
    expect.soft({ unreached, unseen }, name).toEqual({ unreached: [], unseen: [] });
  }
});

test('where the system draws with its own colours, what is on or chosen still shows', async () => {
  const { page, scenes, show } = gallery;
  await page.emulateMedia({ forcedColors: 'active', contrast: 'more', reducedMotion: 'reduce' });
  for (const { name } of scenes.filter((scene) => wanted(scene.name))) {
    await show(name);
    expect.soft(await page.evaluate(withoutLines), name).toEqual([]);
  }
});

/** Switches, boxes and chosen entries that nothing but a fill would show, which forced colours take away. */
function withoutLines(): string[] {
  const marked = [
    '[role="switch"]',
    '[role="checkbox"]',
    '[role="radio"][aria-checked="true"]',
    '[role="tab"][aria-selected="true"]',
    '[role="option"][aria-selected="true"]',
  ];
  const hasLine = (element: Element) => {
    const { outlineStyle, borderTopStyle, borderTopWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' || (borderTopStyle !== 'none' && borderTopWidth !== '0px');
  };
  return [...document.querySelectorAll(marked.join())]
    .filter((element) => element.checkVisibility() && !hasLine(element))
    .map((element) => `${element.role} ${element.getAttribute('aria-label') ?? element.textContent}`);
}
