import type { CallContext } from '../../electron/core/dispatch.ts';
import { failure } from '../../electron/core/failure.ts';
import { mfaSerial } from '../../electron/core/fakes/chains.ts';
import type { FakeClock } from '../../electron/core/fakes/fake-clock.ts';
import { createFakeWorld } from '../../electron/core/fakes/fake-world.ts';
import type { Sts } from '../../electron/core/ports.ts';
import { failed } from '../../electron/core/result.ts';
import { createRolecall } from '../../electron/core/rolecall.ts';
import type { AwsClock } from '../../electron/core/time/aws-clock.ts';

const roleArn = (name: string) => `arn:aws:iam::012345678901:role/${name}`;

/** The profiles of this world: one that renews itself, one that asks for a code, one of 15 minutes. */
export const timeProfiles = ['reader', 'developer', 'brief'] as const;

/** Time by the computer's clock alone, as a program has it that asks nobody else. */
function wallClock(clock: FakeClock): AwsClock {
  return {
    now: clock.now,
    aheadMs: () => 0,
    isMeasured: () => true,
    toLocal: (awsAt) => awsAt,
    steadyMs: clock.steadyMs,
    answered: () => undefined,
    at: (at, callback) => clock.after(at - clock.now(), callback),
    look: () => undefined,
    onChange: () => () => undefined,
  };
}

/** Rolecall on fakes whose time a row moves; what AWS handed out is known with its true end. */
export async function startTimeWorld({ defended }: { defended: boolean }) {
  const fake = createFakeWorld({
    ada: { region: 'eu-west-1', mfa_serial: mfaSerial },
    bob: { region: 'us-east-1' },
    developer: { role_arn: roleArn('Developer'), source_profile: 'ada', mfa_serial: mfaSerial },
    reader: { role_arn: roleArn('Reader'), source_profile: 'bob' },
    brief: { role_arn: roleArn('Brief'), source_profile: 'bob', duration_seconds: '900' },
  });
  const trueEnds = new Map<string, number>();
  let isOnline = true;
  const sts: Sts = { ...fake.world.sts };
  for (const action of ['assumeRole', 'getSessionToken'] as const) {
    const real = fake.world.sts[action] as (...args: unknown[]) => ReturnType<Sts['assumeRole']>;
    Object.assign(sts, {
      [action]: async (...args: unknown[]) => {
        if (!isOnline) return failed(failure('network', 'There is no network.', 'Try again.'));
        const result = await real(...args);
        if (result.ok) trueEnds.set(result.value.accessKeyId, result.value.expiresAt);
        return result;
      },
    });
  }
  const world = { ...fake.world, sts, ...(!defended && { awsClock: wallClock(fake.clock) }) };
  const rolecall = createRolecall(world);
  const stop = await rolecall.start();
  const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
  for (const profile of ['ada', 'bob']) {
    const key = { profile, accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'only-a-test' };
    await rolecall.handlers.addAccessKey(key, context);
  }
  let codes = 0;
  return {
    rolecall,
    clock: fake.clock,
    setOnline(online: boolean) {
      isOnline = online;
    },
    /** As a tool asks; each time with a code of its own, so that nobody needs to be there. */
    async ask(profile: string) {
      codes += 1;
      const mfaCode = String(codes % 1_000_000).padStart(6, '0');
      const result = await rolecall.handlers.credentials({ profile, mfaCode }, context);
      if (!result.ok) return undefined;
      const trueEnd = trueEnds.get(result.value.AccessKeyId);
      if (trueEnd === undefined) throw new Error('these credentials are none of AWS’s');
      return {
        leftMs: trueEnd - fake.clock.trueNow(),
        toldLeftMs: Date.parse(result.value.Expiration) - fake.clock.now(),
      };
    },
    end() {
      stop();
      rolecall.end();
    },
  };
}
