import { ok } from '../../core/result.ts';
import type { Command } from '../world.ts';

/** Quitting signs out. A program that is not running is not started for it. */
export const quit: Command<object> = async (_options, { program }) => {
  const answer = await program.callIfRunning('quit', {});
  if (!answer) return ok({ json: { running: false }, text: 'Rolecall is not running.' });
  return answer.ok ? ok({ json: { running: false }, text: 'Rolecall has quit.' }) : answer;
};
