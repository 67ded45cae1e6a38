import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { shellWord } from '../../core/shell-word.ts';
import { keyAge } from '../key-text.ts';
import { styleFor, table } from '../style.ts';
import type { Command } from '../world.ts';

export const listKeys: Command<object> = async (_options, world) => {
  const answer = await world.program.call('listAccessKeys', {});
  if (!answer.ok) return answer;
  const { accessKeys } = answer.value;
  const isAgeKnown = accessKeys.some(({ createdAt }) => createdAt !== undefined);
  const header = ['PROFILE', 'ACCESS KEY', 'USER', 'ADDED', ...(isAgeKnown ? ['AGE'] : [])].map(styleFor(world).faint);
  const rows = accessKeys.map(({ profile, accessKeyId, userArn, addedAt, createdAt }) => [
    plainName(profile),
    accessKeyId,
    plainName(userArn),
    new Date(addedAt).toISOString().slice(0, 10),
    createdAt === undefined ? '' : keyAge(createdAt, world.now()),
  ]);
  const notes = accessKeys.flatMap(({ profile, rotatingSince }) =>
    rotatingSince === undefined
      ? []
      : [
          `The rotation of ${plainName(profile)} has not ended. Go on with it: rolecall keys rotate ${shellWord(plainName(profile))}`,
        ],
  );
  const text = rows.length === 0 ? 'No access key is in the keychain.' : table([header, ...rows]);
  return ok({ json: { accessKeys }, text, notes });
};
