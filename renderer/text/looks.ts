import type { AccountColour } from '../../electron/core/looks/look.ts';

/** What makes accounts and profiles recognisable. */
export const looksText = {
  confirm: {
    title: (profile: string) => `Switch to ${profile}?`,
    consoleTitle: (profile: string) => `Open the console of ${profile}?`,
    openConsole: 'Open console',
    copyTitle: (profile: string) => `Copy the console link of ${profile}?`,
    copyLink: 'Copy link',
    credentialsTitle: (profile: string) => `Copy the credentials of ${profile}?`,
    hint: 'This profile is marked careful, so that nobody lands in it by a slip. Its name holds for an hour.',
    label: 'Type the name of the profile',
    wrong: (profile: string) => `That is not “${profile}”.`,
  },
  looks: {
    production: 'Production',
    account: 'Account',
    name: { label: 'Name', hint: 'What you call this account, wherever its number is shown.' },
    colour: {
      label: 'Colour',
      hint: 'The edge of its profiles in the list, the header and the prompts. Production is red unless you choose.',
      byName: 'By its name',
      none: 'No colour',
      of: colourNames() as Readonly<Record<AccountColour, string>>,
    },
    careful: { label: 'Careful', hint: 'Switching to it and opening its console asks for its name, once an hour.' },
  },
} as const;

function colourNames() {
  return {
    red: 'Red',
    orange: 'Orange',
    yellow: 'Yellow',
    green: 'Green',
    teal: 'Teal',
    blue: 'Blue',
    purple: 'Purple',
    pink: 'Pink',
    grey: 'Grey',
  };
}
