import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { styleFor, table } from '../style.ts';
import type { Command } from '../world.ts';

export const listKeys: Command<object> = async (_options, world) => {
  const answer = await world.program.call('listAccessKeys', {});
  if (!answer.ok) return answer;
  const { accessKeys } = answer.value;
  const header = ['PROFILE', 'ACCESS KEY', 'USER', 'ADDED'].map(styleFor(world).faint);
  const rows = accessKeys.map(({ profile, accessKeyId, userArn, addedAt }) => [
    plainName(profile),
    accessKeyId,
    plainName(userArn),
    new Date(addedAt).toISOString().slice(0, 10),
  ]);
  const text = rows.length === 0 ? 'No access key is in the keychain.' : table([header, ...rows]);
  return ok({ json: { accessKeys }, text });
};
