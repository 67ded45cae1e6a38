import { describe, expect, it } from 'vitest';
import type { CallInput } from '../contract.ts';
import type { CallContext } from '../dispatch.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';

const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
const work = { browser: 'firefox', profile: 'work' } as const;
const other = { browser: 'chrome' } as const;
type Choice = NonNullable<CallInput<'chooseBrowser'>['choice']>;

async function setUp() {
  const role = (name: string) => ({ role_arn: `arn:aws:iam::111122223333:role/${name}`, source_profile: 'base' });
  const fake = createFakeWorld({
    base: { region: 'eu-west-1' },
    a: role('A'),
    b: role('B'),
    tool: { credential_process: 'x' },
  });
  const { handlers, start } = createRolecall(fake.world);
  await start();
  const key = { profile: 'base', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-base-secret' };
  await handlers.addAccessKey(key, context);
  const opensIn = async (profile: string, browser?: 'default' | typeof other) => {
    expect(await handlers.openConsole({ profile, browser }, context)).toMatchObject({ ok: true });
    return fake.openedIn.at(-1);
  };
  const choose = (profile: string, choice: Choice | null, forAccount?: boolean) =>
    handlers.chooseBrowser({ profile, choice, forAccount }, context);
  return { ...fake, handlers, opensIn, choose };
}

describe('the browser of a profile', () => {
  it('is the default one, its account’s, or its own, and another for once', async () => {
    const { opensIn, choose } = await setUp();
    expect(await opensIn('a')).toBeUndefined();
    await choose('a', work, true);
    expect([await opensIn('a'), await opensIn('b')]).toEqual([work, work]);
    await choose('b', other);
    expect([await opensIn('a'), await opensIn('b')]).toEqual([work, other]);
    expect(await opensIn('b', 'default')).toBeUndefined();
    expect(await opensIn('a', other)).toEqual(other);
    await choose('b', null);
    expect([await opensIn('a'), await opensIn('b')]).toEqual([work, undefined]);
    await choose('b', null, true);
    expect(await opensIn('a')).toBeUndefined();
  });

  it('is told with those that are installed', async () => {
    const { handlers, choose } = await setUp();
    await choose('a', work, true);
    expect(await handlers.browsers({ profile: 'b' }, context)).toMatchObject({
      value: {
        installed: [{ browser: 'firefox', profiles: [{ id: 'work' }] }, { browser: 'chrome' }],
        chosen: work,
        byAccount: true,
      },
    });
    expect(await handlers.browsers({}, context)).not.toHaveProperty('value.chosen');
  });

  it.each<[string, Choice]>([
    ['Microsoft Edge', { browser: 'edge' }],
    ['profile wrok of Firefox', { browser: 'firefox', profile: 'wrok' }],
    ['profile work of Google Chrome', { browser: 'chrome', profile: 'work' }],
  ])('is not chosen where it could not open: %s', async (_what, choice) => {
    const { choose, opensIn, world } = await setUp();
    expect(await choose('a', choice)).toMatchObject({
      failure: { kind: 'not-there', remedy: expect.stringContaining('rolecall browser') },
    });
    expect(world.settings.get().browsers).toEqual({});
    expect(await opensIn('a')).toBeUndefined();
  });

  it('is not chosen for an account that nobody knows', async () => {
    const { choose } = await setUp();
    expect(await choose('tool', work, true)).toMatchObject({ failure: { kind: 'not-supported' } });
  });
});
