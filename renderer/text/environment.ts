/** A profile in a shell. */
export const environmentText = {
  rowMenu: {
    more: 'More actions',
    chooseConsole: 'Service and region…',
    copy: 'Copy environment',
    environment: 'Shell and credentials…',
    terminal: 'Open terminal',
    details: 'Details',
    adopt: 'Adopt…',
    release: 'Release…',
  },

  environment: {
    title: (profile: string) => `Environment of ${profile}`,
    hint: 'For a shell, whose tools then use this profile. No secret.',
    shell: 'Shell',
    shells: { bash: 'bash, zsh', fish: 'fish', powershell: 'PowerShell' },
    copy: 'Copy',
    notAdoptedHint: 'Tools that name it do not ask Rolecall yet: they find credentials by themselves, or none.',
    adopt: 'Adopt…',
    credentialsHint:
      'Credentials are the keys of its session in clear, for a container or another computer. All programs here can read the clipboard; Rolecall takes them back after a minute.',
    copyCredentials: 'Copy credentials',
    copied: (profile: string) => `Environment of ${profile} copied`,
    credentialsCopied: (profile: string) => `Credentials of ${profile} copied`,
    clearedAfter: (seconds: number) => `In the clipboard for ${seconds} seconds.`,
    terminalOpened: (profile: string) => `Terminal with ${profile} opened`,
    notAdopted: 'Its tools do not ask Rolecall: see “Adopt…” in its menu.',
  },
} as const;
