import { describe, expect, it } from 'vitest';
import { failure } from '../failure.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';
import { createAbort } from '../sessions/shared-work.ts';

const MINUTE = 60_000;
const profiles = {
  prod: { role_arn: 'arn:aws:iam::111122223333:role/Admin', source_profile: 'ada', region: 'eu-west-1' },
  ada: { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'wJalrXUtnFEMI' },
  broken: { role_arn: 'arn:aws:iam::111122223333:role/Admin', source_profile: 'gone' },
};
const context = { door: 'popover', asker: { through: 'popover' }, signal: createAbort().signal } as const;

async function setUp() {
  const fake = createFakeWorld(profiles);
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  return { ...fake, ...rolecall, lines: () => fake.fakeAudit.entries.filter(({ event }) => event === 'credentials') };
}

describe('copying the environment', () => {
  it('copies name and region, which are no secret, and opens no session for it', async () => {
    const { handlers, copied, fakeSts, lines } = await setUp();
    const made = await handlers.copyEnvironment({ profile: 'prod' }, context);
    expect(made).toMatchObject({ ok: true, value: { shell: 'bash', adopted: false } });
    expect(copied).toEqual([expect.stringContaining('export AWS_PROFILE=prod\nexport AWS_REGION=eu-west-1\n')]);
    expect(fakeSts.calls).toEqual([]);
    expect(lines()).toEqual([]);
  });

  it('speaks the shell that was asked for, else the one in the preferences', async () => {
    const { handlers, copied } = await setUp();
    await handlers.changePreferences({ change: { shell: 'fish' } }, context);
    await handlers.copyEnvironment({ profile: 'prod' }, context);
    await handlers.copyEnvironment({ profile: 'prod', shell: 'powershell' }, context);
    expect(copied[0]).toContain('set -gx AWS_PROFILE prod\n');
    expect(copied[1]).toContain("$env:AWS_PROFILE = 'prod'\n");
  });

  it('says what is wrong with a profile that leads nowhere', async () => {
    const { handlers } = await setUp();
    expect(await handlers.copyEnvironment({ profile: 'broken' }, context)).toMatchObject({
      failure: { kind: 'chain-missing' },
    });
    expect(await handlers.openTerminal({ profile: 'nobody' }, context)).toMatchObject({
      failure: { kind: 'profile-not-found' },
    });
  });
});

describe('copying credentials', () => {
  it('of a careful profile asks for its name first', async () => {
    const { handlers, copied, fakeSts } = await setUp();
    await handlers.markCareful({ profile: 'prod', careful: true }, context);
    expect(await handlers.copyCredentials({ profile: 'prod' }, context)).toMatchObject({
      failure: { kind: 'confirmation-required', profile: 'prod' },
    });
    expect([copied, fakeSts.calls]).toEqual([[], []]);
    expect(await handlers.copyCredentials({ profile: 'prod', confirm: 'prod' }, context)).toMatchObject({ ok: true });
  });

  it('answers without them, writes the hand-out down, and takes them back after a minute', async () => {
    const { handlers, copied, clock, lines } = await setUp();
    const answer = await handlers.copyCredentials({ profile: 'prod' }, context);
    expect(answer).toEqual({ ok: true, value: { clearedAfterMs: MINUTE } });
    expect(copied).toEqual([expect.stringMatching(/export AWS_SECRET_ACCESS_KEY=.+\nexport AWS_SESSION_TOKEN=/)]);
    expect(lines()).toMatchObject([
      { outcome: 'ok', profile: 'prod', detail: 'clipboard', accessKeyId: expect.any(String) },
    ]);
    await clock.advance(MINUTE - 1);
    expect(copied).toHaveLength(1);
    await clock.advance(1);
    expect(copied.at(-1)).toBe('');
  });

  it('leaves alone what was copied since', async () => {
    const { handlers, copied, clock, world } = await setUp();
    await handlers.copyCredentials({ profile: 'prod' }, context);
    await world.clipboard.write('a recipe');
    await clock.advance(2 * MINUTE);
    expect(copied.at(-1)).toBe('a recipe');
  });

  it('takes them back when Rolecall locks, and when it ends', async () => {
    const { handlers, copied, end, clock } = await setUp();
    await handlers.copyCredentials({ profile: 'prod' }, context);
    await handlers.lock({}, context);
    await clock.advance(0);
    expect(copied.at(-1)).toBe('');
    expect(await handlers.copyCredentials({ profile: 'prod' }, context)).toMatchObject({ failure: { kind: 'locked' } });
    await handlers.unlock({}, context);
    await handlers.copyCredentials({ profile: 'prod' }, context);
    end();
    expect(copied.at(-1)).toBe('');
  });

  it('takes them back also when Rolecall locks while the clipboard takes them', async () => {
    const { handlers, lock, copied, world } = await setUp();
    const { write } = world.clipboard;
    Object.assign(world.clipboard, {
      write: async (text: string) => {
        lock.lock('screen-lock');
        await Promise.resolve();
        await write(text);
      },
    });
    expect(await handlers.copyCredentials({ profile: 'prod' }, context)).toMatchObject({ failure: { kind: 'locked' } });
    expect(copied.at(-1)).toBe('');
  });

  it('gives nothing that cannot be written down', async () => {
    const { handlers, copied, fakeAudit } = await setUp();
    fakeAudit.breakWith(failure('audit-failed', 'Full.', 'Make room.'));
    expect(await handlers.copyCredentials({ profile: 'prod' }, context)).toMatchObject({
      failure: { kind: 'audit-failed' },
    });
    expect(copied).toEqual([]);
  });
});

it('opens a terminal with the name of the profile and no secret, by the person’s own command', async () => {
  const { handlers, terminals } = await setUp();
  await handlers.changePreferences({ change: { terminalCommand: 'kitty' } }, context);
  expect(await handlers.openTerminal({ profile: 'prod' }, context)).toEqual({ ok: true, value: { adopted: false } });
  expect(terminals).toMatchObject([
    {
      own: 'kitty',
      environment: {
        set: { AWS_PROFILE: 'prod', AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' },
        unset: expect.arrayContaining(['AWS_SECRET_ACCESS_KEY']),
      },
    },
  ]);
});

it('counts all of it as a use', async () => {
  const { handlers, catalog, clock } = await setUp();
  await handlers.openTerminal({ profile: 'prod' }, context);
  await clock.advance(0);
  expect(catalog.view().rows.find(({ name }) => name === 'prod')?.lastUsedAt).toBe(clock.now());
});
