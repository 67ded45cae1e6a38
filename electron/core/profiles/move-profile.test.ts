import { expect, it, vi } from 'vitest';
import type { CallContext } from '../dispatch.ts';
import { failure } from '../failure.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { failed } from '../result.ts';
import { createRolecall } from '../rolecall.ts';

const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-secret' };

/** A profile with a key, careful, pinned and with a default of its own. */
async function setUp() {
  const fake = createFakeWorld({ old: {}, other: {} });
  const { handlers, start, states } = createRolecall(fake.world);
  await start();
  await handlers.addAccessKey({ profile: 'old', ...key }, context);
  await handlers.markCareful({ profile: 'old', careful: true }, context);
  await handlers.pinProfile({ profile: 'old', pinned: true }, context);
  await handlers.setSessionDefault({ profile: 'old', durationSeconds: 1800 }, context);
  await handlers.labelProfile({ profile: 'old', tags: ['prod'] }, context);
  await handlers.switchProfile({ profile: 'old', confirm: 'old' }, context);
  await handlers.signOut({}, context);
  const rename = () => fake.saveFiles({ fresh: {}, other: {} });
  return {
    ...fake,
    handlers,
    states,
    rename,
    move: (to = 'fresh') => handlers.moveProfile({ from: 'old', to }, context),
  };
}

it('takes the key and what was chosen for a profile along to its new name', async () => {
  const { rename, move, items, world } = await setUp();
  rename();
  expect(await move()).toEqual({ ok: true, value: { keyMoved: true } });
  expect([...items.keys()]).toEqual(['fresh']);
  expect(JSON.stringify(world.settings.get())).not.toContain('"old"');
  const { careful, pins, accessKeys, sessionDefaults } = world.settings.get();
  expect([careful, pins, Object.keys(accessKeys), sessionDefaults]).toEqual([
    ['fresh'],
    ['fresh'],
    ['fresh'],
    { fresh: { durationSeconds: 1800 } },
  ]);
});

it('moves nothing while the old name is in the file, or the new one is not', async () => {
  const { rename, move, items } = await setUp();
  expect(await move()).toMatchObject({ failure: { kind: 'bad-input' } });
  rename();
  expect(await move('nobody')).toMatchObject({ ok: false });
  expect([...items.keys()]).toEqual(['old']);
});

it('gives no key a name under which the keychain holds something else', async () => {
  const { saveFiles, move, items } = await setUp();
  const seed = 'MFA seed of arn:aws:iam::012345678901:mfa/ada';
  items.set(seed, 'a seed');
  saveFiles({ [seed]: {} });
  expect(await move(seed)).toMatchObject({ failure: { kind: 'bad-input' } });
  expect(items.get(seed)).toBe('a seed');
});

it('writes over no key, and loses none when the keychain fails', async () => {
  const { rename, move, items, world, handlers } = await setUp();
  rename();
  await handlers.addAccessKey({ profile: 'other', ...key, accessKeyId: 'AKIAI44QH8DHBEXAMPLE' }, context);
  const before = items.get('other');
  expect(await move('other')).toMatchObject({ failure: { kind: 'already-there' } });
  expect(items.get('other')).toBe(before);
  Object.assign(world.keychain, { save: async () => failed(failure('keychain-locked', 'Locked.', 'Unlock.')) });
  expect(await move()).toMatchObject({ failure: { kind: 'keychain-locked' } });
  expect(items.has('old')).toBe(true);
  expect(world.settings.get().accessKeys).toHaveProperty('old');
});

it('leaves the active role the active one under its new name', async () => {
  const { handlers, rename, move, states } = await setUp();
  await handlers.switchProfile({ profile: 'old', confirm: 'old' }, context);
  rename();
  expect(await move()).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(states.get('fresh').state).toBe('active'));
  expect(states.activeProfile()).toBe('fresh');
  expect(states.profiles()).toEqual(['fresh']);
});

it('ends a session under its old name, and asks nobody for one under the new', async () => {
  const { handlers, saveFiles, move, states } = await setUp();
  await handlers.switchProfile({ profile: 'old', confirm: 'old' }, context);
  saveFiles({ fresh: { mfa_serial: 'arn:aws:iam::012345678901:mfa/ada' } });
  expect(await move()).toMatchObject({ ok: true });
  expect(states.activeProfile()).toBeNull();
  expect(states.profiles()).toEqual([]);
});
