import { withCommas } from './with-commas.ts';
/** The popover: header, search, list, menu. */
export const listText = {
  kind: {
    role: 'Role',
    user: 'IAM user',
    'identity-center': 'Identity Center',
    'web-identity': 'Web identity',
    other: 'Other credentials',
  },

  account: (id: string) => `account ${id}`,

  state: {
    active: 'active',
    expired: 'Expired',
    signedOut: 'Signed out',
    needsSignIn: 'Needs sign-in',
    failed: 'Failed',
    pinned: 'pinned',
    theActiveRole: 'the active role',
    unusable: (why: string) => `cannot be used: ${why}`,
    failedWith: (why: string) => `failed: ${why}`,
  },

  waitingFor: {
    keychain: 'Waiting for the keychain',
    aws: 'Waiting for AWS',
    code: 'Waiting for your MFA code',
    'next-code': 'Waiting for the next MFA code',
    'mfa-process': 'Waiting for its command for MFA codes',
    'sign-in': 'Waiting for your sign-in',
  },

  /** How long it waits already and, where there is one, when it is given up. */
  waited: (waiting: string, seconds: number, ofSeconds: number | undefined) =>
    ofSeconds === undefined ? `${waiting}, ${seconds} s` : `${waiting}, ${seconds} of ${ofSeconds} s`,

  openingConsole: 'Opening the console…',

  timeLeft: 'left',

  search: {
    label: 'Search profiles',
    list: 'Profiles',
    clear: 'Clear search',
    noMatch: (query: string) => `Nothing matches “${query}”`,
    noMatchHint: 'Names, account numbers, roles and regions are searched. Escape clears.',
    count: (found: number, all: number) =>
      found === all
        ? `${withCommas(all)} profile${all === 1 ? '' : 's'}`
        : `${withCommas(found)} of ${withCommas(all)}`,
  },

  header: {
    label: 'Active role',
    none: 'No active role',
    noneHint: 'Choose one and press Enter.',
    noneHintDefault: 'Tools that name no profile get the role you choose.',
    switchAgain: 'Switch again',
    renew: 'Renew',
    /** How long a session is, and how long it was wished for: `1 h 30 min`. */
    shortened: (given: string, wished: string) => `AWS gives this role ${given} of the ${wished} you asked for.`,
  },

  actions: {
    switch: 'Switch',
    console: 'Console',
    signOut: 'Sign out',
    cancel: 'Cancel',
    pin: 'Pin',
    unpin: 'Unpin',
    tryAgain: 'Try again',
    addKey: 'Add access key',
    back: 'Back',
    close: 'Close',
    dismiss: 'Dismiss',
    forProfile: (profile: string) => `Actions for ${profile}`,
  },

  openConsole: 'Open console',

  menu: {
    label: 'Menu',
    addKey: 'Add access key…',
    keys: 'Access keys…',
    handOver: 'Hand [default] to Rolecall…',
    takeBack: 'Take [default] back…',
    settings: 'Settings…',
    signOutAll: 'Sign out of all',
    lock: 'Lock',
    quit: 'Quit Rolecall',
  },

  empty: {
    title: 'No profiles yet',
    hint: 'Rolecall lists the profiles of ~/.aws/config that lead to a role or a user, and found none there.',
    signIn: 'Sign in to Identity Center…',
    brokenTitle: 'No profile can be read',
    brokenHint: 'Your AWS files hold lines that no tool understands. Nothing was changed in them.',
    seeProblems: (count: number) => (count === 1 ? 'See the problem' : `See the ${count} problems`),
    orEdit: 'What is saved in ~/.aws/config appears here by itself.',
  },

  loading: 'Reading your AWS files…',

  unreadable: 'The profiles could not be read',

  announce: {
    switched: (profile: string) => `${profile} is the active role`,
    consoleOpened: (profile: string) => `The console of ${profile} is open in the browser`,
    signedOut: (profile: string) => `Signed out of ${profile}`,
    signedOutAll: 'Signed out of all',
  },
} as const;
