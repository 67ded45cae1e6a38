/** Access keys: the list of them, and the window that takes one. */
export const accessKeysText = {
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
} as const;
