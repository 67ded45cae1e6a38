import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { ssoStateText } from '../sso-text.ts';
import { styleFor, table } from '../style.ts';
import type { Command } from '../world.ts';

export const ssoStatus: Command<object> = async (_options, world) => {
  const answer = await world.program.call('ssoSessions', {});
  if (!answer.ok) return answer;
  const { sessions } = answer.value;
  const { strong } = styleFor(world);
  const rows = sessions.map((row) => [
    strong(plainName(row.name)),
    ssoStateText(row, world.now()),
    row.profiles === 1 ? '1 profile' : `${row.profiles} profiles`,
  ]);
  const none = 'The config file names no Identity Center session.';
  return ok({ json: answer.value, text: rows.length === 0 ? none : table(rows) });
};
