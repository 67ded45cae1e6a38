import type { SessionState } from '../core/session.ts';

type WaitingFor = Extract<SessionState, { readonly state: 'requesting' }>['waitingFor'];

const requesting: Readonly<Record<WaitingFor, string>> = {
  keychain: 'waits for the keychain',
  aws: 'waits for AWS',
  code: 'waits for an MFA code',
  'next-code': 'waits for the next MFA code',
  'mfa-process': 'waits for its command for MFA codes',
  'sign-in': 'waits for a sign-in',
};

/**
 * What the tray and the notification of a question say. The pages have their
 * words in `renderer/text/`, windows their titles in `renderer/*.html`; failures,
 * and the notice before a session ends (`core/sessions/notice.ts`), bring their own.
 */
export const text = {
  session: { requesting, expired: 'expired', failed: 'failed' },

  menu: {
    enterCode: 'Enter MFA code…',
    open: 'Open Rolecall',
    console: 'Open console',
    signOut: (sessions: number) => (sessions > 1 ? `Sign out of all ${sessions} sessions` : 'Sign out of all'),
    lock: 'Lock',
    unlock: 'Unlock Rolecall',
    settings: 'Settings…',
    quit: 'Quit Rolecall',
    active: 'active',
    production: 'PRODUCTION',
    careful: 'careful',
  },

  tooltip: {
    locked: 'Rolecall: locked',
    signedOut: 'signed out',
    noActive: 'no active role',
    others: (count: number, beside: boolean) => `${count} ${beside ? 'other ' : ''}session${count === 1 ? '' : 's'}`,
    codeNeeded: (role: string) => `Rolecall: an MFA code is needed (${role})`,
    role: (role: string) => `Rolecall: ${role}`,
  },

  question: {
    title: 'An MFA code is needed',
    aProgram: 'A program',
    body: (who: string, profile: string) => `${who} asks for the credentials of ${profile}. Click to enter it.`,
    button: 'Enter code',
  },
} as const;
