import { describe, expect, it } from 'vitest';
import { dispatch } from '../dispatch.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';
import { createAbort } from '../sessions/shared-work.ts';

const context = { door: 'settings', asker: { through: 'popover' }, signal: createAbort().signal } as const;
const key = { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'secret' };

async function setUp() {
  const fake = createFakeWorld({ 'pay/prod': key, other: key });
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  const call = (name: string, input: unknown) => dispatch(rolecall.handlers as never, name, input, context);
  const rowOf = (profile: string) => rolecall.catalog.view().rows.find(({ name }) => name === profile);
  return { call, rowOf, settings: fake.world.settings };
}

it.each([
  ['labelProfile', { tags: ['a'] }],
  ['markCareful', { careful: true }],
  ['pinProfile', { pinned: true }],
  ['chooseBrowser', { choice: null }],
])('%s is refused for a name that no profile has', async (name, more) => {
  const { call, settings } = await setUp();
  const before = settings.get();
  expect(await call(name, { profile: 'othr', ...more })).toMatchObject({ failure: { kind: 'profile-not-found' } });
  expect(settings.get()).toEqual(before);
});

describe('labels of a profile', () => {
  it('are a folder, by the name or the person’s own, and tags', async () => {
    const { call, rowOf, settings } = await setUp();
    expect(rowOf('pay/prod')?.folder).toBe('pay');
    expect(rowOf('other')?.folder).toBeUndefined();
    await call('labelProfile', { profile: 'pay/prod', folder: ' Money ', tags: ['b', 'a', 'b'] });
    expect(rowOf('pay/prod')).toMatchObject({ folder: 'Money', tags: ['b', 'a'] });
    await call('labelProfile', { profile: 'pay/prod', folder: null });
    expect(rowOf('pay/prod')).toMatchObject({ folder: 'pay', tags: ['b', 'a'] });
    await call('labelProfile', { profile: 'pay/prod', tags: [] });
    expect(settings.get().labels).toEqual({});
  });

  it.each([
    { folder: '' },
    { folder: 'x'.repeat(65) },
    { folder: 'a\u202eb' },
    { tags: ['a,b'] },
    { tags: ['x'.repeat(33)] },
    { tags: ['a\nb'] },
    { tags: Array.from({ length: 11 }, (_, at) => `t${at}`) },
  ])('are bounded and can be read: not %j', async (labels) => {
    const { call, settings } = await setUp();
    expect(await call('labelProfile', { profile: 'other', ...labels })).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input' },
    });
    expect(settings.get().labels).toEqual({});
  });
});
