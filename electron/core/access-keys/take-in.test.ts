import { describe, expect, it } from 'vitest';
import type { CallContext } from '../dispatch.ts';
import { failure } from '../failure.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { ok } from '../result.ts';
import { createRolecall } from '../rolecall.ts';

const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-secret' };
const other = { accessKeyId: 'AKIAI44QH8DHBEXAMPLE', secretAccessKey: 'canary-other' };
const values = { aws_access_key_id: key.accessKeyId, aws_secret_access_key: key.secretAccessKey };

async function setUp() {
  const fake = createFakeWorld({ dev: values, temporary: { ...values, aws_session_token: 't' } });
  fake.clear.keys.set('dev', key);
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  return { ...fake, rolecall, handlers: rolecall.handlers };
}
const kept = (items: Map<string, string>) => JSON.parse(items.get('dev') ?? 'null');

describe('a key in clear', () => {
  it('is found, told without its secret, taken into the keychain and out of the file', async () => {
    const { handlers, rolecall, items, clear, fakeSts, world } = await setUp();
    expect(rolecall.catalog.view().keysInClear).toEqual(['dev']);
    const found = await handlers.findClearKeys({}, context);
    expect(found).toMatchObject({ value: { keys: [{ profile: 'dev', accessKeyId: 'AKIA…MPLE' }] } });
    expect(JSON.stringify([found, await handlers.previewTakeKey({ profile: 'dev' }, context)])).not.toContain('canary');
    expect(items.size + fakeSts.calls.length).toBe(0);

    expect(await handlers.takeKey({ profile: 'dev' }, context)).toMatchObject({ ok: true });
    expect(fakeSts.calls).toMatchObject([{ action: 'getCallerIdentity', by: key.accessKeyId }]);
    expect(kept(items)).toMatchObject(key);
    expect(clear.keys.size).toBe(0);
    expect(world.settings.get().accessKeys.dev).toMatchObject({
      accessKeyId: key.accessKeyId,
      takenFrom: ['credentials'],
    });
    expect(JSON.stringify(world.settings.get())).not.toContain('canary');
  });

  it('stays in the file when it does not work, or the keychain does not keep it', async () => {
    const { handlers, items, clear, fakeSts, world } = await setUp();
    fakeSts.failNext('getCallerIdentity', failure('key-invalid', 'Unknown key.', 'Check it.'));
    expect(await handlers.takeKey({ profile: 'dev' }, context)).toMatchObject({
      failure: { kind: 'key-invalid', message: expect.stringContaining('the file is as it was') },
    });
    expect(items.size).toBe(0);

    const { save } = world.keychain;
    Object.assign(world.keychain, { save: async () => ok(undefined) });
    expect(await handlers.takeKey({ profile: 'dev' }, context)).toMatchObject({ failure: { kind: 'keychain-failed' } });
    Object.assign(world.keychain, { save });
    expect(clear.keys.get('dev')).toEqual(key);
    expect(world.settings.get().accessKeys).toEqual({});
  });

  it('is taken after an end between keychain and file, and after a change of the file', async () => {
    const { handlers, items, clear } = await setUp();
    clear.control.trouble = failure('file-write', 'The disk is full.', 'Free some space.');
    expect(await handlers.takeKey({ profile: 'dev' }, context)).toMatchObject({ failure: { kind: 'file-write' } });
    expect([kept(items), clear.keys.get('dev')]).toMatchObject([key, key]);
    clear.control.trouble = failure('file-changed', 'Changed.', 'Again.');
    expect(await handlers.takeKey({ profile: 'dev' }, context)).toMatchObject({ ok: true });
    expect(clear.keys.size).toBe(0);
  });

  it('goes back to both files, also when it was taken out of them in two attempts', async () => {
    const { handlers, items, clear, world } = await setUp();
    clear.alsoIn('config');
    clear.control.trouble = failure('file-write', 'The disk is full.', 'Free some space.');
    clear.control.before = () => clear.gone('credentials');
    expect((await handlers.takeKey({ profile: 'dev' }, context)).ok).toBe(false);
    expect(await handlers.takeKey({ profile: 'dev' }, context)).toMatchObject({ ok: true });
    expect(
      kept(items)
        .taken.map(({ file }: { file: string }) => file)
        .sort(),
    ).toEqual(['config', 'credentials']);
    expect(world.settings.get().accessKeys.dev?.takenFrom).toEqual(['credentials', 'config']);
  });

  it('does not replace another one that is kept already', async () => {
    const { handlers, items, clear } = await setUp();
    items.set('dev', JSON.stringify(other));
    expect(await handlers.takeKey({ profile: 'dev' }, context)).toMatchObject({ failure: { kind: 'already-there' } });
    expect(kept(items)).toEqual(other);
    expect(clear.keys.get('dev')).toEqual(key);
  });

  it('is put back as it now is, and leaves the keychain only when it stands in the file', async () => {
    const { handlers, items, clear, world } = await setUp();
    await handlers.takeKey({ profile: 'dev' }, context);
    await handlers.addAccessKey({ profile: 'dev', ...other }, context);
    clear.control.trouble = failure('file-write', 'The disk is full.', 'Free some space.');
    expect((await handlers.putKeyBack({ profile: 'dev' }, context)).ok).toBe(false);
    expect(kept(items)).toMatchObject(other);
    expect(await handlers.putKeyBack({ profile: 'dev' }, context)).toMatchObject({ ok: true });
    expect(clear.keys.get('dev')).toEqual(other);
    expect([items.size, world.settings.get().accessKeys]).toEqual([0, {}]);
  });

  it('that was typed in has no place to go back to', async () => {
    const { handlers } = await setUp();
    await handlers.addAccessKey({ profile: 'typed', ...key }, context);
    expect(await handlers.putKeyBack({ profile: 'typed' }, context)).toMatchObject({
      failure: { kind: 'key-missing' },
    });
    expect(await handlers.takeKey({ profile: 'typed' }, context)).toMatchObject({
      failure: { message: expect.stringContaining('is in the keychain') },
    });
  });
});
