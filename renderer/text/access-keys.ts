/** Access keys: the list of them, and the window that takes one. */
export const accessKeysText = {
  keys: {
    title: 'Access keys',
    hint: 'Kept in this computer’s keychain. Rolecall shows and stores their ids only.',
    none: 'No access key is in the keychain yet.',
    remove: 'Remove',
    removeAsks: 'Remove…',
    confirm: (profile: string) => `Remove the key of ${profile} from the keychain?`,
    confirmHint:
      'Profiles that start from it stop working. AWS keeps the key: deactivate it there if it is no longer needed.',
    confirmHalfRotated:
      'Its rotation has not ended: IAM may hold two keys of this user. To keep one only, go on rotating it first.',
    keep: 'Keep it',
    added: (day: string) => `Added ${day}`,
  },

  clearKeys: {
    line: (count: number) => (count === 1 ? '1 access key stands in clear' : `${count} access keys stand in clear`),
    title: 'Access keys in clear',
    hint: 'Any program that reads these files can copy these keys. In the keychain, only Rolecall uses them: it hands out sessions that end.',
    none: 'No access key stands in clear in your AWS files.',
    at: (path: string, lines: readonly number[]) => `${path}, lines ${lines.join(' and ')}`,
    move: 'Move…',
  },

  keyEdit: {
    take: {
      title: (profile: string) => `Move the key of ${profile}`,
      hint: 'AWS is asked whether the key works; then it is saved in the keychain, and these lines leave the file. You can put them back at any time.',
      apply: 'Move to the keychain',
      applying: 'Moving…',
      done: (profile: string) => `The key of ${profile} is in the keychain.`,
      next: (profile: string) =>
        `Tools that name “${profile}” do not find the key in the file any more. Let them ask Rolecall instead.`,
      adopt: 'Let tools ask Rolecall',
    },
    'put-back': {
      hint: 'The key stands in clear in the file again, where it stood, and leaves the keychain.',
      apply: 'Put back',
      applying: 'Putting back…',
      done: (profile: string) => `The key of ${profile} stands in the file again.`,
    },
    copies: 'The same secret also stands in:',
    copiesRemedy: 'These files are not Rolecall’s to change. Remove the key there, or rotate it.',
  },

  keyCare: {
    title: 'In the keychain',
    noneHint: 'Add the key of an IAM user to assume roles with it.',
    check: 'Age and last use',
    checkHint: 'Asking needs iam:ListAccessKeys, and MFA where your account demands it.',
    checkNow: 'Ask AWS',
    checking: 'Asking AWS…',
    age: (days: number) => (days === 0 ? 'Made today' : days === 1 ? '1 day old' : `${days} days old`),
    used: (day: string, service: string | undefined) => `last used ${day}${service ? ` for ${service}` : ''}`,
    unused: 'no use known to AWS',
    rotateAsks: 'Rotate…',
    rotate: 'Rotate',
    goOn: 'Go on rotating…',
    putBack: 'Put back…',
    stop: 'Stop',
    confirmRotate: (profile: string) => `Replace the key of ${profile} by a new one?`,
    confirmRotateHint:
      'A new key is made, kept and proved; then the old one is made inactive and deleted. Whatever else uses the old key stops working.',
    interrupted: 'A rotation began and has not ended. A working key is in the keychain; going on finishes it.',
    steps: {
      looking: 'Looking at the keys of this user…',
      creating: 'Making a new key…',
      proving: 'Waiting until AWS takes the new key everywhere…',
      retiring: 'Making the old key inactive…',
      deleting: 'Deleting the old key…',
    },
    rotated: (replaced: string) => `Done. The old key ${replaced} is deleted, and its sessions here have ended.`,
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
