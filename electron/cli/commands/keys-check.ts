import { plainName } from '../../core/plain-name.ts';
import { failed, ok } from '../../core/result.ts';
import { keyAge, keyUse } from '../key-text.ts';
import { styleFor, table } from '../style.ts';
import type { Command } from '../world.ts';

/** What IAM says of the keys: their age, and when they were last used. */
export const checkKeys: Command<{ profile?: string | undefined }> = async ({ profile }, world) => {
  const listed = await world.program.call('listAccessKeys', {});
  if (!listed.ok) return listed;
  const profiles = profile === undefined ? listed.value.accessKeys.map((key) => key.profile) : [profile];
  const answers = await Promise.all(
    profiles.map(async (name) => ({ name, answer: await world.program.call('inspectAccessKey', { profile: name }) })),
  );
  const [only] = answers;
  if (profile !== undefined && only && !only.answer.ok) return failed(only.answer.failure);
  const header = ['PROFILE', 'ACCESS KEY', 'STATUS', 'AGE', 'LAST USED', 'IN THE KEYCHAIN'].map(styleFor(world).faint);
  const rows = answers.flatMap(({ name, answer }) =>
    answer.ok
      ? answer.value.keys.map((key) => [
          plainName(name),
          key.accessKeyId,
          key.status,
          keyAge(key.createdAt, world.now()),
          keyUse(key, world.now()),
          key.kept ? 'yes' : 'no',
        ])
      : [],
  );
  const problems = answers.flatMap(({ answer }) => (answer.ok ? [] : [answer.failure]));
  return ok({
    json: Object.fromEntries(answers.map(({ name, answer }) => [name, answer.ok ? answer.value : answer])),
    text: rows.length > 0 ? table([header, ...rows]) : profiles.length > 0 ? '' : 'No access key is in the keychain.',
    notes: problems.map(({ message, remedy }) => `${message} ${remedy}`),
    ...(problems.length > 0 && { status: 1 }),
  });
};
