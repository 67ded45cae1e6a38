import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import type { CliWorld } from './world.ts';

/** The option of every command that may need a code. */
export interface MfaOptions {
  readonly mfaCodeStdin?: boolean;
}

/** With `--mfa-code-stdin` the first line of the input; else none, and the program asks in its window. */
export async function readMfaCode(
  { mfaCodeStdin }: MfaOptions,
  { stdin }: CliWorld,
): Promise<Result<string | undefined>> {
  if (!mfaCodeStdin) return ok(undefined);
  const line = stdin.isTTY ? await stdin.prompt('MFA code: ') : await stdin.readLine();
  const code = line.replaceAll(/\s/g, '');
  if (/^\d{6}$/.test(code)) return ok(code);
  return failed(failure('bad-input', 'The input is not an MFA code.', 'Pass its six digits on one line.'));
}
