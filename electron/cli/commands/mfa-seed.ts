import { failure } from '../../core/failure.ts';
import { plainName } from '../../core/plain-name.ts';
import { failed, ok } from '../../core/result.ts';
import type { Command } from '../world.ts';

/** The seed comes over standard input only: what stands in argv, others can read. */
export const addSeed: Command<{ mfaSerial: string }> = async ({ mfaSerial }, { program, stdin, stderr }) => {
  if (stdin.isTTY) stderr.write(`${tradeOff}\n`);
  const seed = (
    stdin.isTTY ? await stdin.promptHidden('Secret key or otpauth:// URL: ') : await stdin.readLine()
  ).trim();
  if (seed === '') {
    return failed(failure('bad-input', 'There is no seed.', 'Pass it on one line of standard input.'));
  }
  const added = await program.call('addMfaSeed', { mfaSerial, seed });
  if (!added.ok) return added;
  return ok({
    json: added.value,
    text: `The seed of ${plainName(mfaSerial)} is in the keychain: no code of it will be asked for.`,
    notes: stdin.isTTY ? [] : [tradeOff],
  });
};

export const removeSeed: Command<{ mfaSerial: string }> = async ({ mfaSerial }, { program }) => {
  const removed = await program.call('removeMfaSeed', { mfaSerial });
  if (!removed.ok) return removed;
  return ok({
    json: { mfaSerial, removed: true },
    text: `The seed of ${plainName(mfaSerial)} is no longer in the keychain: its codes are asked for again.`,
  });
};

const tradeOff =
  'With its seed in the keychain the second factor is on this computer: whoever has both your unlocked keychain and your access key needs nothing else.';
