/** Choosing a console. */
export const consoleText = {
  destination: {
    open: 'Open',
    opens: 'Opens',
    in: (region: string) => `in ${region}`,
    as: 'as',
    nowhere: 'This opens nowhere',
  },
  console: {
    title: (profile: string) => `Console of ${profile}`,
    search: 'Search services',
    list: 'Services',
    recent: 'recent',
    home: 'Console home',
    any: (path: string) => `Open /${path}`,
    region: 'Region',
    ownRegion: (region: string) => `${region} (the profile’s)`,
    noRegion: 'As AWS chooses',
    copy: 'Copy link',
    copied: 'The link is in the clipboard, for a minute. It signs in whoever has it, for 15 minutes.',
    open: 'Open',
    hint: (service: string) => `Console: ${service}`,
  },
} as const;
