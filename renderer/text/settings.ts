/** The window of details and settings. Every setting explains itself in one line. */
export const settingsText = {
  /** Where one is among a few. */
  step: (at: number, of: number, name: string) => `Step ${at} of ${of}: ${name}`,

  settings: {
    label: 'Settings',
    sections: {
      profiles: { title: 'Profiles', hint: 'What each profile leads to, and by which steps.' },
      'access-keys': {
        title: 'Access keys',
        hint: 'Kept in this computer’s keychain. Rolecall shows and stores their ids only.',
      },
      'mfa-devices': {
        title: 'MFA devices',
        hint: 'Where one-time codes come from, and what is kept of them.',
      },
      audit: { title: 'Audit log', hint: 'Who was given what, and when. The file is on this computer only.' },
      'identity-center': {
        title: 'Identity Center',
        hint: 'Where you sign in for a whole organisation.',
      },
      shortcuts: { title: 'Shortcuts', hint: 'The keys of Rolecall, and those that open it from anywhere.' },
      lock: { title: 'Lock', hint: 'Locked, Rolecall hands nothing out until you unlock it.' },
      general: { title: 'General', hint: 'How Rolecall looks and behaves.' },
      about: { title: 'About and updates', hint: 'Which program this is, and how it is renewed.' },
    },
    profiles: {
      none: 'No profiles yet',
      kind: 'Kind',
      role: 'Role',
      account: 'Account',
      ways: 'Two ways to begin',
      addKey: { label: 'An access key', hint: 'Of an IAM user. It is kept in this computer’s keychain.' },
      signIn: { label: 'IAM Identity Center', hint: 'Imports the roles that your organisation gives you.' },
    },
    about: {
      program: 'This program',
      version: 'Version',
      runtime: 'Runs on',
      folder: 'Keeps its data in',
      updates: 'Updates',
      noUpdates: 'Rolecall does not look for updates',
      noUpdatesHint:
        'It talks to AWS only, and tells nobody else that it runs. A newer version comes the way this one came: as a package, or by git pull in a clone and another npm start.',
    },
    general: {
      starting: 'Starting',
      startAtLogin: {
        label: 'Start at login',
        hint: 'Rolecall waits in the tray from the moment you log in. It asks for nothing until you use it.',
      },
      notices: 'Notifications',
      renewal: {
        label: 'Before a session ends',
        hint: 'One notification, if renewing takes a code. A click renews.',
        choices: [
          { value: 0, label: 'Never' },
          { value: 2, label: '2 minutes' },
          { value: 5, label: '5 minutes' },
          { value: 10, label: '10 minutes' },
          { value: 15, label: '15 minutes' },
        ],
      },
      sessionName: {
        label: 'Session name',
        hint: 'Of {user}, {host}, {profile} and {ticket}, where a role has none.',
      },
      cloudTrail: 'In CloudTrail',
      terminal: {
        title: 'Shell and terminal',
        shell: {
          label: 'Shell',
          hint: 'Whose words “Copy environment” uses.',
          choices: [
            { value: 'system', label: 'My login shell' },
            { value: 'bash', label: 'bash, zsh' },
            { value: 'fish', label: 'fish' },
            { value: 'powershell', label: 'PowerShell' },
          ],
        },
        command: {
          label: 'Terminal',
          hint: 'The command that opens one. Empty: the system’s.',
        },
      },
      appearance: 'Appearance',
      theme: {
        label: 'Theme',
        hint: 'Light or dark, or as the rest of this computer.',
        choices: [
          { value: 'system', label: 'As the system' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ],
      },
    },
  },
} as const;
