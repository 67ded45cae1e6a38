import { describe, expect, it } from 'vitest';
import type { CallContext } from '../dispatch.ts';
import { mfaSerial } from '../fakes/chains.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';

const roleArn = 'arn:aws:iam::012345678901:role/Developer';
const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
const profiles = {
  adä: { mfa_serial: mfaSerial },
  developer: { role_arn: roleArn, source_profile: 'adä', mfa_serial: mfaSerial },
};
const key = { profile: 'adä', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-base-secret' };
/** Lets all promises that can go on do so. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

async function setUp(keep = true) {
  const fake = createFakeWorld(profiles);
  const start = async () => {
    const rolecall = createRolecall(fake.world);
    await rolecall.start();
    return rolecall;
  };
  const first = await start();
  await first.handlers.addAccessKey(key, context);
  if (keep) await first.handlers.changePreferences({ change: { keepMfaSessions: true } }, context);
  expect(await first.handlers.credentials({ profile: 'developer', mfaCode: '123456' }, context)).toMatchObject({
    ok: true,
  });
  await settle();
  const kept = () => [...fake.items.keys()].filter((account) => account.startsWith('mfa-session'));
  /** Whether a program that starts now serves the role without a code. */
  async function servesAfterRestart(): Promise<boolean> {
    const rolecall = await start();
    await settle();
    const gone = new AbortController();
    const answer = rolecall.handlers.credentials({ profile: 'developer' }, { ...context, signal: gone.signal });
    const asked = new Promise<false>((resolve) => {
      rolecall.mfa.onChange((question) => question && resolve(false));
    });
    const served = await Promise.race([answer.then(({ ok }) => ok), asked]);
    gone.abort();
    await answer;
    return served;
  }
  return { ...fake, first, kept, servesAfterRestart };
}

describe('a kept MFA session', () => {
  it('serves after a restart without a code, however the program ended', async () => {
    const { first, servesAfterRestart } = await setUp();
    expect(await servesAfterRestart()).toBe(true);
    first.end();
    await settle();
    expect(await servesAfterRestart()).toBe(true);
  });

  it('is kept by nobody who did not allow it', async () => {
    const { servesAfterRestart, kept } = await setUp(false);
    expect(kept()).toEqual([]);
    expect(await servesAfterRestart()).toBe(false);
  });

  it('is in the keychain in plain ASCII and in short items, and in no settings file', async () => {
    const { items, kept, world } = await setUp();
    expect(kept()).toHaveLength(1);
    for (const text of items.values()) expect(text).toMatch(/^[ -~]{0,2500}$/);
    expect(JSON.stringify(world.settings.get())).not.toMatch(/temporary-secret|session-token/);
  });

  it('is not written once its user has signed out, however slow the settings are', async () => {
    const { world, first, kept, clock } = await setUp();
    await first.handlers.signOut({}, context);
    await settle();
    expect(kept()).toEqual([]);
    clock.advance(60_000);
    const { update } = world.settings;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isNaming = false;
    Object.assign(world.settings, {
      update: async (change: Parameters<typeof update>[0]) => {
        isNaming = true;
        await held;
        return update(change);
      },
    });
    expect(await first.handlers.switchProfile({ profile: 'developer', mfaCode: '654321' }, context)).toBeDefined();
    expect(isNaming).toBe(true);
    const out = first.handlers.signOut({}, context);
    await settle();
    release();
    await out;
    await settle();
    expect(kept()).toEqual([]);
    expect(world.settings.get().keptSessions).toEqual({});
  });

  const endings = {
    'sign-out of all': ({ first }) => first.handlers.signOut({}, context),
    'sign-out of its user': ({ first }) => first.handlers.signOut({ profile: 'adä' }, context),
    'switching the setting off': ({ first }) =>
      first.handlers.changePreferences({ change: { keepMfaSessions: false } }, context),
    'removal of its key': ({ first }) => first.handlers.removeAccessKey({ profile: 'adä' }, context),
    'another key in its place': ({ first }) =>
      first.handlers.addAccessKey({ ...key, accessKeyId: 'AKIAI44QH8DHBEXAMPLE' }, context),
    'a lock': ({ first }) => first.handlers.lock({}, context),
    'its end': async ({ clock }) => clock.advance(13 * 3_600_000),
  } satisfies Record<string, (all: Awaited<ReturnType<typeof setUp>>) => Promise<unknown>>;

  it.each(Object.entries(endings))('is gone after %s', async (_, end) => {
    const all = await setUp();
    await end(all);
    await settle();
    expect(all.kept()).toEqual([]);
    expect(all.world.settings.get().keptSessions).toEqual({});
    all.first.lock.unlock();
    await all.first.handlers.addAccessKey(key, context);
    await all.first.handlers.changePreferences({ change: { keepMfaSessions: true } }, context);
    expect(await all.servesAfterRestart()).toBe(false);
  });

  it('does not come back when the keychain was locked at the sign-out, and its item goes later', async () => {
    const { first, kept, world, servesAfterRestart } = await setUp();
    const { remove } = world.keychain;
    world.keychain.remove = async () => ({
      ok: false,
      failure: { kind: 'keychain-locked', message: 'locked', remedy: 'unlock' },
    });
    expect(await first.handlers.signOut({}, context)).toMatchObject({ ok: true });
    await settle();
    expect(kept()).toHaveLength(1);
    expect(await servesAfterRestart()).toBe(false);
    world.keychain.remove = remove;
    expect(await servesAfterRestart()).toBe(false);
    await settle();
    expect(kept()).toEqual([]);
  });

  it('that was put under another name, or changed, is not taken', async () => {
    const { items, kept, servesAfterRestart } = await setUp();
    const [account = ''] = kept();
    items.set(account, (items.get(account) ?? '').replace(/us-east-1|Developer|43200/, '900'));
    expect(await servesAfterRestart()).toBe(false);
    items.set(account, 'not even JSON');
    expect(await servesAfterRestart()).toBe(false);
  });
});
