import { describe, expect, it, vi } from 'vitest';
import type { CallContext } from '../dispatch.ts';
import { mfaSerial } from '../fakes/chains.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';

const roleArn = 'arn:aws:iam::012345678901:role/Developer';
const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-base-secret' };

async function setUp(allowed: boolean, where: 'ada' | 'developer' = 'ada') {
  const profiles: Record<string, Record<string, string>> = {
    ada: { mfa_serial: mfaSerial },
    developer: { role_arn: roleArn, source_profile: 'ada', mfa_serial: mfaSerial },
  };
  profiles[where] = { ...profiles[where], mfa_process: 'pass otp aws' };
  const fake = createFakeWorld(profiles);
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  await rolecall.handlers.addAccessKey({ profile: 'ada', ...key }, context);
  if (allowed) await rolecall.handlers.changePreferences({ change: { mfaProcess: true } }, context);
  const codes = () => fake.fakeSts.calls.filter(({ input }) => input.mfaCode).map(({ input }) => input.mfaCode);
  return {
    ...fake,
    rolecall,
    codes,
    switched: () => rolecall.handlers.switchProfile({ profile: 'developer' }, context),
  };
}

describe('mfa_process', () => {
  it.each(['ada', 'developer'] as const)('gives the code, named in %s', async (where) => {
    const { switched, codes, commands, commandPrints, rolecall } = await setUp(true, where);
    commandPrints('123456\n');
    expect(await switched()).toMatchObject({ ok: true });
    expect(commands).toEqual(['pass otp aws']);
    expect(codes()).toEqual(['123456']);
    expect(rolecall.mfa.current()).toBeNull();
  });

  it('is not run unless it is allowed, and the prompt says so', async () => {
    const { switched, commands, rolecall } = await setUp(false);
    const asked = switched();
    await vi.waitFor(() => expect(rolecall.mfa.current()).toMatchObject({ commandOff: true }));
    expect(commands).toEqual([]);
    rolecall.mfa.cancel(rolecall.mfa.current()?.id ?? '');
    await asked;
  });

  it.each(['', '12345', '1234567', 'code: 123456', '123456 654321'])(
    'that prints something else leads to the prompt, which does not echo it: %j',
    async (printed) => {
      const { switched, commandPrints, rolecall, codes } = await setUp(true);
      commandPrints(printed);
      const asked = switched();
      await vi.waitFor(() => expect(rolecall.mfa.current()?.problem?.kind).toBe('mfa-process'));
      expect(codes()).toEqual([]);
      if (printed) expect(JSON.stringify(rolecall.mfa.current()?.problem)).not.toContain(printed);
      rolecall.mfa.cancel(rolecall.mfa.current()?.id ?? '');
      await asked;
    },
  );
});
