import { describe, expect, it } from 'vitest';
import { createFakeSettings } from './core/fakes/fake-settings.ts';
import { createPreferences } from './core/preference-store.ts';
import { followLoginItem } from './follow-login-item.ts';
import type { AtLogin } from './host/login-item.ts';

async function setUp(here: boolean, there: AtLogin) {
  const preferences = createPreferences(createFakeSettings());
  await preferences.change({ startAtLogin: here });
  const system = { state: there, sets: [] as boolean[], refuses: false };
  const refused: unknown[] = [];
  const follow = followLoginItem({
    item: {
      state: async () => system.state,
      async set(on) {
        if (system.refuses) throw Object.assign(new Error(), { code: 'EACCES' });
        system.sets.push(on);
        system.state = on ? 'on' : 'off';
      },
    },
    preferences,
    onRefused: (failure) => refused.push(failure),
  });
  return { preferences, system, refused, look: follow.look, isOn: () => preferences.get().startAtLogin };
}

describe('start at login', () => {
  it.each([
    ['was switched off in the desktop', true, 'off', false, []],
    ['was switched on again in the desktop', false, 'on', true, []],
    ['starts what was moved away', true, 'elsewhere', true, [true]],
    ['starts another Rolecall, which is none of this one’s', false, 'elsewhere', false, []],
    ['is as it was', true, 'on', true, []],
  ] as const)('%s', async (_, here, there, isOn, sets) => {
    const at = await setUp(here, there);
    await at.look();
    expect(at.isOn()).toBe(isOn);
    expect(at.system.sets).toEqual(sets);
  });

  it('is set by the settings, and not undone by a look meanwhile', async () => {
    const { preferences, system, look, isOn } = await setUp(false, 'off');
    const changed = preferences.change({ startAtLogin: true });
    await Promise.all([changed, look(), changed.then(look)]);
    expect([system.sets, isOn()]).toEqual([[true], true]);
  });

  it('says why it could not be set, and at the next look that it is not', async () => {
    const { preferences, system, refused, look, isOn } = await setUp(false, 'off');
    system.refuses = true;
    await preferences.change({ startAtLogin: true });
    await expect.poll(() => refused).toEqual([expect.objectContaining({ kind: 'not-supported' })]);
    await look();
    expect([isOn(), refused.at(-1)]).toEqual([false, undefined]);
  });
});
