import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { styleFor, table } from '../style.ts';
import type { Command } from '../world.ts';

/** The access keys that stand in clear in the AWS files. */
export const findKeys: Command<object> = async (_options, world) => {
  const answer = await world.program.call('findClearKeys', {});
  if (!answer.ok) return answer;
  const { keys } = answer.value;
  if (keys.length === 0) return ok({ json: { keys }, text: 'No access key stands in clear in your AWS files.' });
  const header = ['PROFILE', 'ACCESS KEY', 'WHERE'].map(styleFor(world).faint);
  const rows = keys
    .filter(({ failure }) => !failure)
    .map(({ profile, accessKeyId = '', places }) => [
      plainName(profile),
      accessKeyId,
      places.map(({ path, lines }) => `${plainName(path)}, lines ${lines.join(' and ')}`).join('; '),
    ]);
  const notes = keys.flatMap(({ failure }) => (failure ? [`${failure.message} ${failure.remedy}`] : []));
  return ok({
    json: { keys },
    text: rows.length === 0 ? '' : table([header, ...rows]),
    notes: rows.length === 0 ? notes : [...notes, 'Take them into the keychain: rolecall keys take'],
  });
};
