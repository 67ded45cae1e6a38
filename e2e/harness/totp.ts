import type { Sandbox } from '../sandbox/sandbox.ts';
import { run } from './processes.ts';

/**
 * The six digits that a user's authenticator shows at the sandbox's time, by an
 * implementation that is not ours: oathtool.
 */
export async function totpOf(sandbox: Sandbox, user: string): Promise<string> {
  const seed = sandbox.user(user).totpSeed;
  if (seed === undefined) throw new Error(`${user} has no MFA device`);
  return codeOf(seed, sandbox.clock.now());
}

/** The six digits that a device with this seed (base32) shows at `atMs` (epoch), by oathtool. */
export async function codeOf(seed: string, atMs: number): Promise<string> {
  const now = `@${Math.floor(atMs / 1000)}`;
  const { status, stdout, stderr } = await run('oathtool', ['--totp', '--base32', `--now=${now}`, seed]);
  if (status !== 0) throw new Error(`oathtool: ${stderr}`);
  return stdout.trim();
}

/** Moves AWS's time on until the authenticator shows its next code. Each code works once. */
export function waitForNextCode(sandbox: Sandbox): void {
  sandbox.clock.advance(30_000 - (sandbox.clock.now() % 30_000) + 1000);
}

/** A code that this device shows neither now nor in the steps beside it. */
export async function wrongCode(sandbox: Sandbox, user: string): Promise<string> {
  return String((Number(await totpOf(sandbox, user)) + 500_001) % 1_000_000).padStart(6, '0');
}
