import { describe, expect, it } from 'vitest';
import type { CallContext } from '../dispatch.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';
import { readAccessKey } from './base-keys.ts';

const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-secret' };

async function setUp() {
  const fake = createFakeWorld({ bob: { region: 'us-east-1' } });
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  return { ...fake, rolecall, handlers: rolecall.handlers };
}

describe('base keys', () => {
  it.each(['__proto__', 'constructor', 'prototype'])(
    'are refused for %s, which the settings could not name, before anything is saved',
    async (profile) => {
      const { handlers, items, fakeSts } = await setUp();
      expect(await handlers.addAccessKey({ profile, ...key }, context)).toMatchObject({
        failure: { kind: 'bad-input', profile },
      });
      expect(items.size).toBe(0);
      expect(fakeSts.calls).toEqual([]);
    },
  );

  it.each(['sso-session "corp"', 'MFA seed of arn:aws:iam::012345678901:mfa/ada', 'two\nlines'])(
    'are refused for %j, which is no profile’s name and the keychain may hold for something else',
    async (profile) => {
      const { handlers, items } = await setUp();
      items.set(profile, 'a grant or a seed');
      expect(await handlers.addAccessKey({ profile, ...key }, context)).toMatchObject({
        failure: { kind: 'bad-input' },
      });
      expect(await handlers.removeAccessKey({ profile }, context)).toMatchObject({ ok: false });
      expect([...items.values()]).toEqual(['a grant or a seed']);
    },
  );

  it('that are not the one the settings name sign nothing', async () => {
    const { handlers, items, fakeSts } = await setUp();
    await handlers.addAccessKey({ profile: 'bob', ...key }, context);
    items.set('bob', JSON.stringify({ ...key, accessKeyId: 'AKIAI44QH8DHBEXAMPLE' }));
    const before = fakeSts.calls.length;
    expect(await handlers.switchProfile({ profile: 'bob' }, context)).toMatchObject({
      failure: { kind: 'key-missing', remedy: expect.stringContaining('rolecall keys add bob') },
    });
    expect(fakeSts.calls).toHaveLength(before);
  });

  it('sign with the old one while the settings still name it and a rotation keeps it', async () => {
    const { world, items } = await setUp();
    const fresh = { accessKeyId: 'AKIAI44QH8DHBEXAMPLE', secretAccessKey: 'canary-new' };
    items.set('bob', JSON.stringify({ ...fresh, rotation: { stage: 'retiring', startedAt: 0, old: key } }));
    const content = { profiles: new Map(), ssoSessions: new Map(), services: new Map(), problems: [] };
    const hop = { kind: 'access-key', profile: 'bob', store: 'keychain', accessKeyId: key.accessKeyId } as const;
    expect(await readAccessKey(hop, world.keychain, content)).toEqual({ ok: true, value: key });
    const now = { ...hop, accessKeyId: fresh.accessKeyId };
    expect(await readAccessKey(now, world.keychain, content)).toEqual({ ok: true, value: fresh });
  });

  it('in the file that changed since the chain was made sign nothing', async () => {
    const { world } = await setUp();
    const clear = { aws_access_key_id: 'AKIAI44QH8DHBEXAMPLE', aws_secret_access_key: 'canary-clear' };
    const content = {
      profiles: new Map([['clear', clear]]),
      ssoSessions: new Map(),
      services: new Map(),
      problems: [],
    };
    const hop = { kind: 'access-key', profile: 'clear', store: 'file', accessKeyId: key.accessKeyId } as const;
    expect(await readAccessKey(hop, world.keychain, content)).toMatchObject({ failure: { kind: 'key-missing' } });
    const now = { ...hop, accessKeyId: clear.aws_access_key_id };
    expect(await readAccessKey(now, world.keychain, content)).toMatchObject({ ok: true });
  });
});
