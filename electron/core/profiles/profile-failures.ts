import { type Failure, failure } from '../failure.ts';
import { shellWord } from '../shell-word.ts';

/** The ways a chain can be broken. Each names the profile and what to change in the file. */
export const chainFailures = {
  notFound: (profile: string): Failure =>
    failure(
      'profile-not-found',
      `There is no profile "${profile}" in the AWS config file.`,
      'Check the name: rolecall list shows all profiles.',
      { profile },
    ),

  sourceNotFound: (profile: string, source: string): Failure =>
    failure(
      'chain-missing',
      `"${profile}" takes its credentials from "${source}" (source_profile), and there is no such profile.`,
      `Correct source_profile in "${profile}", or add the access key of "${source}": rolecall keys add ${shellWord(source)}`,
      { profile },
    ),

  missing: (profile: string, keys: string, because: string): Failure =>
    failure('chain-missing', `"${profile}" has no ${keys}, ${because}.`, `Add ${keys} to the profile "${profile}".`, {
      profile,
    }),

  noCredentials: (profile: string): Failure =>
    failure(
      'key-missing',
      `There is no access key for "${profile}" yet.`,
      `Add it: rolecall keys add ${shellWord(profile)} (or give the profile a role_arn with source_profile).`,
      { profile },
    ),

  contradiction: (profile: string, what: string, remedy: string): Failure =>
    failure('chain-contradiction', `"${profile}" ${what}.`, remedy, { profile }),

  cycle: (profile: string, names: readonly string[]): Failure => {
    // A loop can have thousands of members: its way in is enough to find it.
    const shown = names.length > 9 ? [...names.slice(0, 7), '…', names.at(-1)] : names;
    return failure(
      'chain-cycle',
      `The chain of source_profile goes round in a circle: ${shown.join(' → ')}.`,
      `Change source_profile in one of them, so that the chain ends at an access key or a sign-in.`,
      { profile },
    );
  },
};
