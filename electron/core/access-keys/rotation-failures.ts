import { maskAccessKeyId } from '../credentials.ts';
import { type Failure, failure } from '../failure.ts';
import type { IamAccessKey, IamKeyUse } from '../iam.ts';
import { shellWord } from '../shell-word.ts';

/** What can stop a rotation, beside what AWS and the keychain say. */
export const rotationFailures = {
  noKey: (profile: string): Failure =>
    failure(
      'key-missing',
      `There is no access key of "${profile}" in the keychain.`,
      'See which there are: rolecall keys list',
      { profile },
    ),

  /** The list of the user's keys lacks the one we have. */
  notTheUsers: (profile: string): Failure =>
    failure(
      'key-invalid',
      `The access key of "${profile}" is not among the keys of the user who signs.`,
      `Look in IAM whose it is, then add the right one: rolecall keys add ${shellWord(profile)}`,
      { profile },
    ),

  inClear: (profile: string, where: string): Failure =>
    failure(
      'bad-input',
      `The access key of "${profile}" also stands in clear in your AWS files, for "${where}": what uses it there would stop to work.`,
      `Take it in first: rolecall keys take ${shellWord(where)}`,
      { profile },
    ),

  twoKeys(profile: string, other: IamAccessKey, use: IamKeyUse | undefined): Failure {
    const made = other.createdAt === undefined ? '' : `, made on ${day(other.createdAt)}`;
    const used =
      use?.usedAt === undefined
        ? use && ', and not known to have been used'
        : `, last used on ${day(use.usedAt)}${use.service ? ` for ${use.service}` : ''}`;
    return failure(
      'limit-reached',
      `The user of "${profile}" has a second access key already: ${maskAccessKeyId(other.accessKeyId)}, which is ${other.status}${made}${used ?? ''}. AWS allows two, and a rotation needs room for a new one.`,
      'If nothing uses that key, delete it in the IAM console (Users, Security credentials), then rotate.',
      { profile },
    );
  },

  unfinished: (profile: string): Failure =>
    failure(
      'already-there',
      `The rotation of "${profile}" has not ended, so the keychain holds two of its keys.`,
      `Finish it first: rolecall keys rotate ${shellWord(profile)}`,
      { profile },
    ),

  running: (profile: string): Failure =>
    failure(
      'already-there',
      `The access key of "${profile}" is being rotated.`,
      'Wait until it is done, or stop it in the settings.',
      { profile },
    ),

  newKeyGone: (profile: string): Failure =>
    failure(
      'key-invalid',
      `The new access key of "${profile}" was deleted in IAM before it was in use. The old one is still in use.`,
      `Begin again: rolecall keys rotate ${shellWord(profile)}`,
      { profile },
    ),

  stopped: (profile: string): Failure =>
    failure(
      'cancelled',
      `The rotation of "${profile}" was stopped. A working key is in the keychain.`,
      `Go on when you want to: rolecall keys rotate ${shellWord(profile)}`,
      { profile },
    ),
};

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
