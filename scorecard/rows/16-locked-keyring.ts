import { type PrivateKeyring, startPrivateKeyring } from '../../electron/host/testing/private-keyring.fixture.ts';
import type { Row } from '../row.ts';

const LOOK_UPS = 8;
const FILE_P95_MS = 50;
const ERROR_WITHIN_MS = 30_000;

/** A real keyring that is locked, on a bus of the row's own, and a prompt that nobody answers. */
export const lockedKeyring: Row = {
  number: 16,
  name: `locked keyring, ${LOOK_UPS} look-ups at once`,
  target: `file I/O p95 < ${FILE_P95_MS} ms, all told within ${ERROR_WITHIN_MS / 1000} s`,
  async run({ quick, defended }) {
    const deadlineMs = quick ? 2_000 : 20_000;
    const keyring = await startPrivateKeyring({ keyring: true, prompter: 'nobody-answers', deadlineMs });
    try {
      return await measure(keyring, quick ? 40 : 1000, defended ? 'read' : 'read-alone');
    } finally {
      await keyring.stop();
    }
  },
};

async function measure(keyring: PrivateKeyring, times: number, operation: 'read' | 'read-alone') {
  await keyring.keychain.save('prod', 'only-a-test');
  await keyring.lock();
  const startedAt = performance.now();
  const lookUps = Promise.all(Array.from({ length: LOOK_UPS }, () => keyring.ask(operation, 'prod')));
  // A file that waits longer than this has waited too long already.
  const took = (await keyring.ask('file-times', String(times), '200')) as number[];
  const results = await lookUps;
  const toldMs = performance.now() - startedAt;
  const locked = results.filter(isLocked).length;
  const p95 = [...took].sort((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  return {
    figure: `file I/O p95 ${p95.toFixed(1)} ms; ${locked} of ${LOOK_UPS} told within ${(toldMs / 1000).toFixed(1)} s`,
    passed: p95 < FILE_P95_MS && locked === LOOK_UPS && toldMs < ERROR_WITHIN_MS,
  };
}

function isLocked(result: unknown): boolean {
  const { ok, failure } = result as { ok?: boolean; failure?: { kind?: string } };
  return ok === false && failure?.kind === 'keychain-locked';
}
