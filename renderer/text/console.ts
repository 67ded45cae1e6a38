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
    services: {
      search: 'Search services',
      list: 'Services',
      recent: 'recent',
      home: 'Console home',
      any: (path: string) => `Open /${path}`,
      none: (query: string) => `No service matches “${query}”.`,
    },
    regions: {
      label: 'Region',
      title: (profile: string) => `Region for ${profile}`,
      search: 'Search regions',
      list: 'Regions',
      own: 'As in the profile',
      byDefault: 'The default',
      any: 'A region that Rolecall does not know',
      none: (query: string) => `No region of this partition matches “${query}”.`,
    },
    favourite: (name: string) => `Favourite: ${name}`,
    isFavourite: 'favourite',
    copy: 'Copy link',
    copied: (profile: string) => `Console link of ${profile} copied`,
    copiedFor: (seconds: number) => `In the clipboard for ${seconds} seconds. It signs in whoever has it.`,
    open: 'Open',
    hint: (service: string) => `Console: ${service}`,
  },
} as const;
