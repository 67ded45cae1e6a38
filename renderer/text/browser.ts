/** The browser that consoles open in. */
export const browserText = {
  browser: {
    title: 'Console',
    label: 'Browser',
    hint: 'One browser profile per account keeps accounts side by side.',
    default: 'Default browser',
    profile: (browser: string, profile: string) => `${browser} – ${profile}`,
    gone: (name: string) => `${name} (not found)`,
    account: {
      label: 'For the whole account',
      hint: (account: string) => `All profiles of ${account} open there, unless they have a choice of their own.`,
    },
    container: {
      label: 'Container',
      hint: 'Called like the profile; its extension must be in Firefox.',
      none: 'None',
      of: {
        'ext+container': '“Open external links…”',
        'ext+granted-containers': '“Granted Containers”',
      },
    },
    openInDefault: 'Open in the default browser',
  },
} as const;
