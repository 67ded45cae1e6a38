import type { Fix, FixableKey } from '../failure.ts';
import { shellWord } from '../shell-word.ts';

const rolecall = (...words: readonly string[]) => ['rolecall', ...words.map(shellWord)].join(' ');

/** What a failure offers: the same thing as a button and as a command. */
export const fixes = {
  addKey: (profile: string): Fix => ({
    label: 'Add access key…',
    command: rolecall('keys', 'add', profile),
    act: { kind: 'add-key', profile },
  }),

  switchAgain: (profile: string, label = 'Try again'): Fix => ({
    label,
    command: rolecall('switch', profile),
    act: { kind: 'switch', profile },
  }),

  /** The window asks for the ticket. */
  nameTicket: (profile: string): Fix => ({
    label: 'Name the ticket…',
    command: `${rolecall('switch', profile)} --ticket TICKET`,
    act: { kind: 'switch', profile },
  }),

  /** Shown as a diff before it is written. */
  setKey: (profile: string, key: FixableKey, value: string, label = `Set ${key}…`): Fix => ({
    label,
    command: rolecall('config', 'set', profile, key, value),
    act: { kind: 'set-key', profile, key, value },
  }),

  unsetKey: (profile: string, key: FixableKey, label = `Remove ${key}…`): Fix => ({
    label,
    command: rolecall('config', 'unset', profile, key),
    act: { kind: 'set-key', profile, key, value: null },
  }),

  /** The value is the person's to know. */
  fillIn: (profile: string, key: FixableKey, placeholder: string): Fix => ({
    label: `Set ${key}`,
    command: `${rolecall('config', 'set', profile, key)} ${placeholder}`,
  }),

  diagnose: (profile: string): Fix => ({
    label: 'Why?',
    command: rolecall('doctor', profile),
    act: { kind: 'diagnose', profile },
  }),

  /** A profile without a session name has its sign-in to itself. */
  signInCommand: (session: string | undefined) => rolecall('sso', 'login', ...(session === undefined ? [] : [session])),

  /** The machine: network, clock, keychain, environment. */
  checkMachine: (): Fix => ({ label: 'Check this computer', command: rolecall('doctor') }),

  checkFiles: (): Fix => ({ label: 'Check the AWS files', command: rolecall('config', 'check') }),

  setClock: (platform: string): Fix => ({
    label: 'Set the clock',
    command:
      platform === 'darwin'
        ? 'sudo sntp -sS time.apple.com'
        : platform === 'win32'
          ? 'w32tm /resync'
          : 'timedatectl set-ntp true',
  }),
};
