import { expect, test } from '@playwright/test';
import { liveWords, longExplanations, moving, outOfReach, withoutLines } from './gallery/judges.ts';
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

const calm = { ...appearances[0]?.media, reducedMotion: 'reduce' } as const;
const forced = { forcedColors: 'active', contrast: 'more', reducedMotion: 'reduce' } as const;
/** What a window of 880 × 640 leaves to its page on a display of 1366 × 768 at 200 %. */
const HALF = { width: 683, height: 384 };
/** A few turns of the windows' clock. */
const TICKS_MS = 5_000;

/** Puts these elements at the end of what is shown. */
async function plant(html: string): Promise<void> {
  await gallery.page.evaluate((markup) => {
    const place = document.createElement('div');
    place.innerHTML = markup;
    // The page's policy has no style attributes.
    for (const one of place.querySelectorAll<HTMLElement>('[data-css]')) one.style.cssText = one.dataset.css ?? '';
    document.querySelector('main')?.append(...place.children);
  }, html);
}

/** Live regions whose words change while nobody does anything: they would be said again and again. */
async function chattering(): Promise<string[]> {
  const { page, moment } = gallery;
  const before = await page.evaluate(liveWords);
  await page.clock.setFixedTime(moment.getTime() + TICKS_MS);
  await page.clock.fastForward(TICKS_MS);
  const after = await page.evaluate(liveWords);
  await page.clock.setFixedTime(moment);
  return before.filter((words, at) => words !== (after[at] ?? words));
}

test.describe('the judges see what is wrong', () => {
  test('names and contrast, in each appearance', async () => {
    const { page, show, faults } = gallery;
    for (const { name, media } of appearances) {
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      await show('popover-active');
      const colours = 'position: fixed; inset: 0 auto auto 0; color: #888; background: #aaa';
      await plant(`<p data-css="${colours}">faint</p><button></button>`);
      const found = (await faults()).join();
      for (const fault of ['button-name', 'color-contrast']) expect(found, name).toContain(fault);
    }
  });

  test('what Tab does not reach, and focus that cannot be seen', async () => {
    await gallery.page.emulateMedia(calm);
    await gallery.show('popover-active');
    await plant('<button tabindex="-1">unreachable</button><button data-css="outline: none">ringless</button>');
    const walk = await walkByTab(gallery.page);
    expect(walk).toMatchObject({ unreached: ['button unreachable'], unseen: ['button ringless'] });
  });

  test('what forced colours would hide', async () => {
    await gallery.page.emulateMedia(forced);
    await gallery.show('popover-active');
    const filled = 'border: 0; outline: 0; background: red';
    const roles = [
      'role="switch"',
      'role="checkbox"',
      'role="radio" aria-checked="true"',
      'role="tab" aria-selected="true"',
      'role="option" aria-selected="true"',
    ];
    await plant(roles.map((role) => `<div ${role} aria-label="planted" data-css="${filled}"></div>`).join(''));
    await plant(`<div role="progressbar" aria-label="planted"><div data-css="${filled}">half</div></div>`);
    expect(await gallery.page.evaluate(withoutLines)).toHaveLength(roles.length + 2);
  });

  test('what moves, is out of reach or small, explains too long, or talks all the time', async () => {
    const { page, show } = gallery;
    await page.emulateMedia(calm);
    await show('settings-about');
    await plant(
      `<p class="slow" data-css="transition: opacity 1s"></p><p class="turning" data-css="animation: turn 1s"></p>`,
    );
    expect(await page.evaluate(moving)).toEqual(['p slow', 'p turning']);
    await plant(
      `<button data-css="position: fixed; top: -40px">above</button><button data-css="height: 14px">low</button>`,
    );
    expect(await page.evaluate(outOfReach)).toEqual(['outside: button above', 'small: button low']);
    await plant(
      `<input aria-describedby="why"><p id="why" class="setting-hint" data-css="width: 60px">one two three four</p>`,
    );
    expect(await page.evaluate(longExplanations)).toEqual(['one two three four']);
    await plant('<p role="status" id="clock">0</p>');
    await page.evaluate(() => {
      const clock = document.querySelector('#clock') as HTMLElement;
      setInterval(() => clock.append('.'), 1_000);
    });
    expect(await chattering()).toHaveLength(1);
  });
});

test('every screen has names, an order, contrast and a focus that is seen, and neither moves nor talks by itself', async () => {
  test.setTimeout(900_000);
  const { page, scenes, show, faults } = gallery;
  // To show a scene takes longer than most judges: they look at it in turn, and who lets time pass is the last.
  for (const { name } of scenes.filter((scene) => wanted(scene.name))) {
    await page.emulateMedia(calm);
    await show(name);
    expect.soft(await faults(), name).toEqual([]);
    expect.soft(await page.evaluate(moving), `${name}: moves for who wants less of it`).toEqual([]);
    expect.soft(await page.evaluate(longExplanations), `${name}: explains in more than a line`).toEqual([]);
    for (const { name: appearance, media } of appearances.slice(1)) {
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      expect.soft(await faults({ rules: ['color-contrast'] }), `${name} in ${appearance}`).toEqual([]);
    }
    await page.emulateMedia(forced);
    expect.soft(await page.evaluate(withoutLines), `${name}: hidden by the system’s own colours`).toEqual([]);
    await page.emulateMedia(calm);
    const { unreached, unseen } = await walkByTab(page);
    expect
      .soft({ unreached, unseen }, `${name}: reached by Tab, and seen there`)
      .toEqual({ unreached: [], unseen: [] });
    expect.soft(await chattering(), `${name}: said each second`).toEqual([]);
  }
});

test('at 200 % everything can still be brought into the window and hit', async () => {
  test.setTimeout(900_000);
  const { page, scenes, show } = gallery;
  await page.emulateMedia(calm);
  for (const { name } of scenes.filter((scene) => wanted(scene.name))) {
    await show(name, HALF);
    expect.soft(await page.evaluate(outOfReach), name).toEqual([]);
  }
});
