import { describe, expect, it } from 'vitest';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';
import { createAbort } from '../sessions/shared-work.ts';

const MINUTE = 60_000;
const profiles = {
  prod: { role_arn: 'arn:aws:iam::111122223333:role/Admin', source_profile: 'ada', region: 'eu-west-1' },
  ada: { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'wJalrXUtnFEMI' },
};
const context = { door: 'popover', asker: { through: 'popover' }, signal: createAbort().signal } as const;

async function setUp() {
  const fake = createFakeWorld(profiles);
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  return { ...fake, ...rolecall };
}

describe('a console link in the clipboard', () => {
  const copy = ({ handlers }: Awaited<ReturnType<typeof setUp>>) =>
    handlers.copyConsoleLink({ profile: 'prod', service: 'ec2' }, context);

  it('is taken back after a minute, and what was copied since is left alone', async () => {
    const all = await setUp();
    const { copied, clock, world } = all;
    expect(await copy(all)).toEqual({ ok: true, value: { clearedAfterMs: MINUTE } });
    expect(copied).toEqual([expect.stringContaining('federation')]);
    await clock.advance(MINUTE - 1);
    expect(copied).toHaveLength(1);
    await clock.advance(1);
    expect(copied.at(-1)).toBe('');
    await copy(all);
    await world.clipboard.write('a recipe');
    await clock.advance(MINUTE);
    expect(copied.at(-1)).toBe('a recipe');
  });

  it('is taken back when Rolecall locks, and when it ends', async () => {
    const all = await setUp();
    const { copied, handlers, end, clock } = all;
    await copy(all);
    await handlers.lock({}, context);
    await clock.advance(0);
    expect(copied.at(-1)).toBe('');
    expect(await copy(all)).toMatchObject({ failure: { kind: 'locked' } });
    await handlers.unlock({}, context);
    await copy(all);
    end();
    expect(copied.at(-1)).toBe('');
  });
});
