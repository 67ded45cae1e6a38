import { failure } from '../../core/failure.ts';
import { plainName } from '../../core/plain-name.ts';
import { failed, ok } from '../../core/result.ts';
import type { Command } from '../world.ts';

/** The secret comes over standard input only: what stands in argv, others can read. */
export const addKey: Command<{ profile: string; accessKeyId?: string }> = async (options, world) => {
  const { profile } = options;
  const { stdin } = world;
  if (options.accessKeyId === undefined && !stdin.isTTY) {
    return failed(
      failure(
        'bad-input',
        'The id of the access key is missing.',
        'Give it as --access-key-id, the secret by standard input.',
      ),
    );
  }
  const accessKeyId = (options.accessKeyId ?? (await stdin.prompt('Access key ID: '))).trim();
  const secret = stdin.isTTY ? await stdin.promptHidden('Secret access key: ') : await stdin.readLine();
  const secretAccessKey = secret.trim();
  if (accessKeyId === '' || secretAccessKey === '') {
    return failed(
      failure('bad-input', 'The access key is not complete.', 'Pass its secret on one line of standard input.'),
    );
  }
  const added = await world.program.call('addAccessKey', { profile, accessKeyId, secretAccessKey });
  if (!added.ok) return added;
  const { accessKeyId: masked, userArn } = added.value;
  const text = `The access key ${masked} of ${plainName(userArn)} is in the keychain, for ${plainName(profile)}.`;
  return ok({ json: added.value, text });
};
