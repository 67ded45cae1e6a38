import { failure } from '../failure.ts';
import { plainName } from '../plain-name.ts';
import { shellWord } from '../shell-word.ts';
import type { SsoSession } from './sso-session.ts';

/** How a person starts a sign-in, for remedies. */
const loginCommand = (session: SsoSession) =>
  session.legacy ? 'rolecall sso login' : `rolecall sso login ${shellWord(plainName(session.name))}`;

export const ssoFailures = {
  needed: (session: SsoSession, profile?: string) =>
    failure(
      'sign-in-needed',
      `You are not signed in to "${plainName(session.name)}".`,
      `Sign in: in Rolecall's window, or ${loginCommand(session)}`,
      { profile },
    ),
  /** A tool asked, and nobody signed in meanwhile. */
  nobodyCame: (session: SsoSession, profile?: string) =>
    failure(
      'sign-in-needed',
      `Nobody signed in to "${plainName(session.name)}" while this request waited.`,
      `Sign in, then run the tool again: ${loginCommand(session)}`,
      { profile },
    ),
  coolingDown: (session: SsoSession, seconds: number, profile?: string) =>
    failure(
      'sign-in-needed',
      `The last sign-in to "${plainName(session.name)}" was not finished, so no other is started for ${seconds} s.`,
      `To sign in now: ${loginCommand(session)}`,
      { profile },
    ),
  cancelled: (session: SsoSession) =>
    failure(
      'cancelled',
      `The sign-in to "${plainName(session.name)}" was cancelled.`,
      `Start it again when you want to: ${loginCommand(session)}`,
    ),
  expired: (session: SsoSession) =>
    failure(
      'sign-in-expired',
      `The time for signing in to "${plainName(session.name)}" ran out.`,
      `Start over: ${loginCommand(session)}`,
    ),
  noSignIn: () => failure('bad-input', 'No sign-in waits for you there any more.', 'Start it again.'),
  readingStopped: (session: SsoSession) =>
    failure(
      'cancelled',
      `Reading the organisation of "${plainName(session.name)}" was stopped.`,
      'Start it again: it goes on where it was.',
    ),
  notRead: (session: SsoSession) =>
    failure(
      'bad-input',
      `The organisation of "${plainName(session.name)}" has not been read to its end yet.`,
      `Read it: rolecall sso import ${shellWord(plainName(session.name))}`,
    ),
  badTemplate: (problem: string) =>
    failure(
      'bad-input',
      `The naming template cannot be used. ${problem}`,
      'Use the fields {account_name}, {account_id}, {role} and {session}, for example {account_name}-{role}.',
    ),
  planGone: () =>
    failure(
      'file-changed',
      'What was to be written is not known any more, or the config file has changed since.',
      'Look at the changes again, then write them.',
    ),
  whichSession: (names: readonly string[]) =>
    names.length === 0
      ? failure(
          'bad-input',
          'The config file names no Identity Center session.',
          'Add one: rolecall config set --session NAME sso_start_url URL, and the same for sso_region',
        )
      : failure(
          'bad-input',
          'The config file names several Identity Center sessions.',
          `Say which one: rolecall sso login ${shellWord(plainName(names[0] ?? ''))}`,
        ),
  unknownSession: (name: string) =>
    failure(
      'bad-input',
      `The config file names no Identity Center session "${plainName(name)}".`,
      'See the ones it has: rolecall sso status',
    ),
};
