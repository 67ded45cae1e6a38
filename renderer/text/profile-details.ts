import type { HopFacts } from '../../electron/core/contract.ts';
import type { FixableKey } from '../../electron/core/failure.ts';
import { withCommas } from './with-commas.ts';

const start: Readonly<Record<HopFacts['kind'], string>> = {
  'access-key': 'Access key',
  'credential-source': 'This computer',
  'web-identity': 'Web identity',
  'identity-center': 'Identity Center',
  'credential-process': 'Another program',
  'login-session': 'AWS sign-in',
  'assume-role': 'Role',
};

const keys: Readonly<Record<FixableKey, { readonly label: string; readonly hint: string; readonly example: string }>> =
  {
    region: {
      label: 'Region',
      hint: 'Where tools work unless they are told otherwise.',
      example: 'eu-central-1',
    },
    duration_seconds: {
      label: 'Duration',
      hint: 'Seconds, 900 to 43200, as far as the role allows.',
      example: '3600',
    },
    mfa_serial: {
      label: 'MFA device',
      hint: 'Its ARN or serial number. With it, sessions begin with a code.',
      example: 'None',
    },
    external_id: {
      label: 'External ID',
      hint: 'What the role’s owner asks for to let you in.',
      example: 'None',
    },
    role_session_name: {
      label: 'Session name',
      hint: 'In CloudTrail. Takes {user} {host} {profile} {ticket}.',
      example: 'As in General',
    },
    source_identity: {
      label: 'Source identity',
      hint: 'Who you are, kept through all roles. The role must allow it.',
      example: 'None',
    },
  };

/** One profile in detail. */
export const profileDetailsText = {
  profileDetails: {
    choose: {
      label: 'Profile',
      search: 'Search by name, account, role or region',
      none: (query: string) => `Nothing matches “${query}”`,
      more: (shown: number, all: number) => `The first ${shown} of ${withCommas(all)}. Type to find the rest.`,
    },
    state: {
      inactive: 'No session',
      active: 'The session is active',
      broken: 'Cannot be used',
      needsSignIn: 'Begins with a sign-in',
    },
    switchHint: 'Switch makes it the active role.',
    isActiveRole: 'The active role',
    chain: {
      title: 'Way to its credentials',
      label: 'Steps, in order',
      start,
      key: { keychain: 'In the keychain', file: 'In clear in your files' },
      mfa: 'With MFA',
      of: (profile: string) => `[${profile}]`,
      missing: 'Breaks off here',
      failed: 'Failed here',
    },
    parameters: {
      title: 'Parameters',
      tags: 'Session tags',
      tag: (key: string, value: string, transitive: boolean) =>
        `${key}=${value}${transitive ? ' (goes on to further roles)' : ''}`,
      policy: 'Session policy',
      policyInline: 'Of its own',
    },
    editor: {
      title: 'In the config file',
      hint: 'Nothing is written before you have seen the change.',
      keys,
      review: 'Show change',
      undo: 'Undo',
    },
    adoption: {
      label: 'Adopted',
      adopted: 'Tools that name this profile get their credentials from Rolecall.',
      released: 'Tools that name this profile do not ask Rolecall: they find credentials by themselves, or none.',
      adopt: 'Adopt…',
      release: 'Release…',
    },
    pinned: { label: 'Pinned', hint: 'At the top of the list and in the tray’s menu.' },
    folder: {
      label: 'Folder',
      hint: 'A group of the list; else the name’s part before “/”.',
    },
    tags: { label: 'Tags', hint: 'With commas. Searches find all; groups go by the first.' },
    list: 'In lists and tools',
    why: { title: 'Why it fails' },
  },
} as const;
