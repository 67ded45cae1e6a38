/** The MFA window. */
export const mfaText = {
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
} as const;
