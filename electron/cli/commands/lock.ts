import { ok } from '../../core/result.ts';
import type { Command } from '../world.ts';

/** A program that does not run hands nothing out, and is not started for it. There is no `unlock`: that is for a person. */
export const lock: Command<object> = async (_options, { program }) => {
  const answer = await program.callIfRunning('lock', {});
  if (!answer) return ok({ json: { running: false, locked: false }, text: 'Rolecall is not running.' });
  return answer.ok ? ok({ json: { running: true, locked: true }, text: 'Rolecall is locked.' }) : answer;
};
