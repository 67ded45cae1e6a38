import { startSleepyRelay } from '../../e2e/sandbox/network/sleepy-relay.ts';
import { createSandbox } from '../../e2e/sandbox/sandbox.ts';
import { createAwsConnection } from '../../electron/aws/connection/connection.ts';
import { createSts } from '../../electron/aws/sts.ts';
import type { CallContext } from '../../electron/core/dispatch.ts';
import { createFakeWorld } from '../../electron/core/fakes/fake-world.ts';
import type { Sts } from '../../electron/core/ports.ts';
import { createRolecall } from '../../electron/core/rolecall.ts';

/**
 * Rolecall on a clock that a row moves, with the real adapter to a local AWS
 * whose clock goes along. Undefended, idle connections are used again after a
 * sleep, and nothing puts an end to the waiting.
 */
export async function startSleepyDay({ defended }: { defended: boolean }) {
  const aws = await createSandbox();
  const relay = await startSleepyRelay(aws.endpoints.sts);

  const role = { role_arn: aws.role('ReadOnly').arn, source_profile: 'bob' };
  const fake = createFakeWorld({
    bob: { region: 'us-east-1' },
    reader: role,
    brief: { ...role, duration_seconds: '900' },
  });
  const { clock, awsClock } = fake;
  awsClock.answered({ dateAt: aws.clock.now(), sentSteadyMs: clock.steadyMs() });
  const real = createAwsConnection({ env: {}, awsClock });
  // The SDK adds the offset to the process's own clock, which nobody spins.
  const connection = { ...real, clockOffsetMs: () => awsClock.now() - Date.now() };
  const limits = defended ? { deadlineMs: 1000 } : { deadlineMs: 600_000, attemptTimeoutMs: 600_000 };
  const sts = createSts({ env: { AWS_ENDPOINT_URL_STS: relay.url }, connection, ...limits });
  const trueEnds = new Map<string, number>();
  const assumeRole: Sts['assumeRole'] = async (...args) => {
    const result = await sts.assumeRole(...args);
    if (result.ok) trueEnds.set(result.value.accessKeyId, result.value.expiresAt);
    return result;
  };
  const rolecall = createRolecall({ ...fake.world, sts: { ...sts, assumeRole } });
  const stop = await rolecall.start();
  const gone = new AbortController();
  const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: gone.signal };
  const { accessKeyId, secretAccessKey } = aws.user('bob');
  const added = await rolecall.handlers.addAccessKey({ profile: 'bob', accessKeyId, secretAccessKey }, context);
  if (!added.ok) throw new Error(added.failure.message);

  return {
    async ask(profile: 'reader' | 'brief') {
      const result = await rolecall.handlers.credentials({ profile }, context);
      const trueEnd = result.ok ? trueEnds.get(result.value.AccessKeyId) : undefined;
      return trueEnd === undefined ? undefined : { leftMs: trueEnd - aws.clock.now() };
    },
    /** Time goes by awake, and what it set off gets its turn. */
    async pass(ms: number) {
      aws.clock.advance(ms);
      clock.advance(ms);
      await new Promise(setImmediate);
    },
    sleep(ms: number) {
      relay.freeze();
      aws.clock.advance(ms);
      clock.sleep(ms);
    },
    /** What the program does when the system tells of a resume. */
    wake() {
      if (defended) connection.dropIdle();
      rolecall.lookAtClock();
    },
    async end() {
      gone.abort();
      stop();
      rolecall.end();
      await relay.close();
      await aws.close();
    },
  };
}
