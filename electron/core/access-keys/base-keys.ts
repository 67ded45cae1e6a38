import type { AwsFilesContent } from '../aws-files.ts';
import type { AccessKey } from '../credentials.ts';
import { failure } from '../failure.ts';
import type { AccessKeyHop } from '../hop.ts';
import type { Keychain } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { shellWord } from '../shell-word.ts';
import { parseStored } from './stored-key.ts';

/** Reads a hop's long-term key for one request, from the keychain or, where it still is in clear, from the user's file. */
export async function readAccessKey(
  hop: AccessKeyHop,
  keychain: Keychain,
  content: AwsFilesContent,
): Promise<Result<AccessKey>> {
  return hop.store === 'file' ? readFromFile(hop, content) : readFromKeychain(hop, keychain);
}

async function readFromKeychain(hop: AccessKeyHop, keychain: Keychain): Promise<Result<AccessKey>> {
  const item = await keychain.read(hop.profile);
  if (!item.ok) return item;
  if (item.value === undefined) return failed(missing(hop, 'is not in the keychain any more'));
  const stored = parseStored(item.value);
  // A rotation that ended between keychain and settings: the settings still name the old key, which still works.
  const old = stored?.rotation?.stage === 'retiring' ? stored.rotation.old : undefined;
  const key = old?.accessKeyId === hop.accessKeyId ? old : stored;
  if (!key) return failed(missing(hop, 'is in the keychain in a form Rolecall does not know'));
  return own(hop, key, 'is not the one in the keychain, which was replaced');
}

function readFromFile(hop: AccessKeyHop, content: AwsFilesContent): Result<AccessKey> {
  const values = content.profiles.get(hop.profile);
  const accessKeyId = values?.aws_access_key_id;
  const secretAccessKey = values?.aws_secret_access_key;
  if (values?.aws_session_token !== undefined) return failed(temporary(hop));
  if (typeof accessKeyId === 'string' && typeof secretAccessKey === 'string')
    return own(hop, { accessKeyId, secretAccessKey }, 'is not the one in the credentials file any more');
  return failed(missing(hop, 'is not in the credentials file any more'));
}

/** Sessions are kept under the id of the key that the chain names, so no other may sign for it. */
function own(hop: AccessKeyHop, key: AccessKey, otherwise: string): Result<AccessKey> {
  const { accessKeyId, secretAccessKey } = key;
  return accessKeyId === hop.accessKeyId ? ok({ accessKeyId, secretAccessKey }) : failed(missing(hop, otherwise));
}

/** GetSessionToken takes long-term keys only, and somebody else renews these. */
function temporary(hop: AccessKeyHop) {
  return failure(
    'not-supported',
    `"${hop.profile}" holds temporary credentials in the credentials file, which Rolecall does not use as a source.`,
    `Take them out of the file and add the user's own access key: rolecall keys add ${shellWord(hop.profile)}`,
    { profile: hop.profile },
  );
}

function missing(hop: AccessKeyHop, what: string) {
  return failure(
    'key-missing',
    `The access key of "${hop.profile}" ${what}.`,
    `Add it again: rolecall keys add ${shellWord(hop.profile)}`,
    { profile: hop.profile },
  );
}
