/** The browser that consoles open in. */
export const browserText = {
  browser: {
    title: 'Console',
    label: 'Browser',
    hint: 'Where the consoles of this profile open. A browser profile for each account keeps accounts open side by side.',
    default: 'Default browser',
    profile: (browser: string, profile: string) => `${browser} – ${profile}`,
    gone: (name: string) => `${name} (not found)`,
    account: {
      label: 'For the whole account',
      hint: (account: string) => `All profiles of ${account} open there, unless they have a choice of their own.`,
    },
    container: {
      label: 'Container',
      hint: 'In a container of Firefox that is called like the profile. Needs the extension in that Firefox profile.',
      none: 'None',
      of: {
        'ext+container': '“Open external links…”',
        'ext+granted-containers': '“Granted Containers”',
      },
    },
    openInDefault: 'Open in the default browser',
  },
} as const;
