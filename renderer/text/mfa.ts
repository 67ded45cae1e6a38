/** The MFA window. */
export const mfaText = {
  asker: {
    list: 'You, from the list',
    settings: 'You, in the settings',
    tray: 'You, from the tray',
    upkeep: 'Rolecall, to renew it',
    command: 'The rolecall command',
    unknown: 'A program that could not be identified',
    startedBy: (program: string, parent: string) => `${program}, started by ${parent}`,
  },

  mfa: {
    label: 'MFA code',
    title: (profile: string) => `Code for ${profile}`,
    roleIn: (role: string, account: string, name: string | undefined) =>
      name === undefined ? `${role} in account ${account}` : `${role} in ${name}, ${account}`,
    session: 'Signs you in for all roles of this user',
    device: 'Device',
    askedBy: 'Asked by',
    program: 'Program',
    checking: 'AWS is checking the code…',
    waiting: (count: number) => `${count} more waiting`,
    continue: 'Continue',
    cancel: 'Cancel',
    nextCodeIn: (seconds: number) => `Your device shows its next code in ${seconds} s.`,
    usedJustNow: 'A code of this device was just used.',
    nextCodeNow: 'Your device shows a new code now.',
    commandOff:
      'This profile names a command for codes, mfa_process, which is not allowed to run here (rolecall mfa process on).',
    sixDigits: 'A code has six digits.',
    none: 'Nothing waits for a code',
    noneHint: 'The question was answered or withdrawn.',
    loading: 'One moment…',
  },
} as const;
