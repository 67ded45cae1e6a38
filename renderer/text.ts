import type { FileEdit } from '../electron/core/contract.ts';

/** All language of the interface, in one place (durations are worded in `model/time-left.ts`). Failures bring their own words from the main process. */
export const text = {
  title: { popover: 'Rolecall', mfa: 'MFA code', accessKey: 'Add access key' },

  kind: {
    role: 'Role',
    user: 'IAM user',
    'identity-center': 'Identity Center',
    'web-identity': 'Web identity',
    other: 'Other credentials',
  },
  account: (id: string) => `account ${id}`,
  groups: { pinned: 'Pinned', recent: 'Recent', others: 'All profiles', broken: 'Cannot be used' },

  state: {
    active: 'active',
    expired: 'Expired',
    signedOut: 'Signed out',
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
  },
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
        ? `${all.toLocaleString('en')} profile${all === 1 ? '' : 's'}`
        : `${found.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  },

  header: {
    label: 'Active role',
    none: 'No active role',
    noneHint: 'Choose one and press Enter.',
    noneHintDefault: 'Tools that name no profile get the role you choose.',
    switchAgain: 'Switch again',
    renew: 'Renew',
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
    adopt: (profile: string) => `Adopt ${profile}…`,
    release: (profile: string) => `Release ${profile}…`,
    signOutAll: 'Sign out of all',
    quit: 'Quit Rolecall',
  },

  empty: {
    title: 'No profiles yet',
    hint: 'Rolecall lists the profiles of ~/.aws/config that lead to a role or a user, and found none there.',
    key: 'Add an IAM user’s access key to begin with. It goes to this computer’s keychain.',
    orEdit: 'Or add a profile to the file: it appears here as soon as it is saved.',
  },
  loading: 'Reading your AWS files…',
  unreadable: 'The profiles could not be read',

  problems: {
    line: (count: number) => (count === 1 ? '1 problem in your AWS files' : `${count} problems in your AWS files`),
    title: 'Problems in your AWS files',
    hint: 'Everything else in the files works. Rolecall changed nothing.',
    at: (file: string, line: number) => (line > 0 ? `${file}, line ${line}` : file),
  },

  keys: {
    title: 'Access keys',
    hint: 'Kept in this computer’s keychain. Rolecall shows and stores their ids only.',
    none: 'No access key is in the keychain yet.',
    remove: 'Remove',
    confirm: (profile: string) => `Remove the key of ${profile} from the keychain?`,
    confirmHint:
      'Profiles that start from it stop working. AWS keeps the key: deactivate it there if it is no longer needed.',
    keep: 'Keep it',
    added: (day: string) => `added ${day}`,
  },

  edit: {
    ...editTexts(),
    checking: 'Looking at what would change…',
    nothing: 'The file says so already. There is nothing to change.',
    applying: 'Saving…',
    cancel: 'Cancel',
    done: 'Done',
    diff: (path: string) => `Changes to ${path}`,
    added: 'added',
    removed: 'removed',
  },

  asker: {
    list: 'You, from the list',
    tray: 'You, from the tray',
    command: 'The rolecall command',
    unknown: 'A program that could not be identified',
    startedBy: (program: string, parent: string) => `${program}, started by ${parent}`,
  },

  mfa: {
    label: 'MFA code',
    title: (profile: string) => `Code for ${profile}`,
    roleIn: (role: string, account: string) => `${role} in account ${account}`,
    session: 'Signs you in for all roles of this user',
    device: 'Device',
    askedBy: 'Asked by',
    checking: 'AWS is checking the code…',
    waiting: (count: number) => `${count} more waiting`,
    continue: 'Continue',
    cancel: 'Cancel',
    sixDigits: 'A code has six digits.',
    none: 'Nothing waits for a code',
    noneHint: 'The question was answered or withdrawn.',
    loading: 'One moment…',
  },

  accessKey: {
    title: 'Add an access key',
    profile: 'Profile',
    profileHint: 'The name tools use for this IAM user',
    suggestions: 'Profiles in your files',
    id: 'Access key ID',
    secret: 'Secret access key',
    promise: 'Checked with AWS before it is saved. Kept in this computer’s keychain and nowhere else.',
    save: 'Check and save',
    checking: 'AWS is checking the key…',
    cancel: 'Cancel',
    saved: 'Saved in the keychain',
    savedHint: (profile: string) => `${profile} is ready to use. This window closes by itself.`,
    missing: {
      profile: 'Enter a profile name.',
      id: 'Enter the access key ID.',
      secret: 'Enter the secret access key.',
    },
    idShape: 'An access key ID has 16 to 128 letters and digits and usually begins with AKIA.',
  },

  announce: {
    switched: (profile: string) => `${profile} is the active role`,
    signedOut: (profile: string) => `Signed out of ${profile}`,
    signedOutAll: 'Signed out of all',
  },
} as const;

interface EditText {
  readonly title: string;
  readonly hint: string;
  readonly apply: string;
  readonly done: string;
}

function editTexts() {
  return {
    of(edit: FileEdit): EditText {
      switch (edit.kind) {
        case 'hand-over-default':
          return {
            title: 'Hand [default] to Rolecall',
            hint: 'Every tool that names no profile then follows the active role. You can take it back at any time; the file returns to what it was.',
            apply: 'Hand over',
            done: 'Tools that name no profile now follow the active role.',
          };
        case 'take-back-default':
          return {
            title: 'Take [default] back',
            hint: 'Tools that name no profile no longer come to Rolecall.',
            apply: 'Take back',
            done: '[default] is yours again.',
          };
        case 'adopt':
          return {
            title: `Adopt ${edit.profile}`,
            hint: `Tools that name “${edit.profile}” then get their credentials from Rolecall. The role stays written in your file, under names only Rolecall reads.`,
            apply: 'Adopt',
            done: `Tools that name “${edit.profile}” now come to Rolecall.`,
          };
        case 'release':
          return {
            title: `Release ${edit.profile}`,
            hint: `Gives “${edit.profile}” its original lines back. Tools then assume the role by themselves.`,
            apply: 'Release',
            done: `“${edit.profile}” is as it was.`,
          };
        case 'default-region':
          return {
            title: 'Region of [default]',
            hint: 'Tools that name no profile use this region.',
            apply: 'Set',
            done: 'The region is set.',
          };
      }
    },
  };
}
