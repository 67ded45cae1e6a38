import { withCommas } from './with-commas.ts';

const roles = (count: number) => (count === 1 ? '1 role' : `${withCommas(count)} roles`);
const accounts = (count: number) => (count === 1 ? '1 account' : `${withCommas(count)} accounts`);
const profiles = (count: number) => (count === 1 ? '1 profile' : `${withCommas(count)} profiles`);

/** IAM Identity Center: signing in, and importing an organisation. */
export const identityCenterText = {
  identityCenter: {
    sessions: 'Sessions',
    none: 'No session yet',
    noneHint: 'A session names the start URL of your organisation’s access portal and its region.',
    state: {
      signedIn: (left: string) => `Signed in, ${left} left`,
      renews: (left: string) => `Signed in, ${left} left, then renewed by itself`,
      shared: (left: string) => `Signed in by the AWS CLI, ${left} left`,
      renewable: 'Signed in, renewed when it is used',
      signedOut: 'Not signed in',
      wanted: 'Not signed in, and a tool waits for it',
      signingIn: 'Waiting for you',
    },
    profiles,
    legacy: 'Named by its profiles',
    signIn: 'Sign in',
    signOut: 'Sign out',
    import: 'Import…',
    sync: 'Sync…',
    withCode: 'Use a code instead',
    notRevoked: {
      message: 'Signed out here. AWS could not be told.',
      remedy: 'The sign-in there ends by itself, at the latest with its time.',
    },

    handOff: {
      starting: 'Asking AWS for a sign-in…',
      browser: 'Finish in your browser',
      browserHint: 'Rolecall opened AWS’s sign-in page and goes on as soon as you are done there.',
      closed: 'Open the sign-in page',
      closedHint: 'No browser could be opened. Open the link in any browser of this computer.',
      code: 'Compare this code',
      codeHint:
        'The page must show the same code. It may be opened on any computer. Approve only a code you asked for.',
      again: 'Open the page again',
      open: 'Open the page',
      copyLink: 'Copy link',
      copyCode: 'Copy code',
      copied: 'Copied',
      cancel: 'Cancel',
      left: (time: string) => `${time} left`,
    },

    add: {
      open: 'Add a session…',
      title: 'New session',
      name: 'Name',
      nameHint: 'As it will stand in the config file, for example your company’s name.',
      startUrl: 'Start URL',
      startUrlHint: 'For example https://company.awsapps.com/start',
      region: 'Region',
      regionHint: 'Where Identity Center is, for example eu-central-1.',
      write: 'Write it',
      missing: {
        name: 'It needs a name.',
        startUrl: 'The address of your access portal is missing.',
        region: 'The region of your Identity Center is missing.',
      },
      badUrl: 'A start URL begins with https://',
      badName: 'Letters, digits and - _ . @ + are what every tool reads.',
      badRegion: 'A region is a code, for example eu-central-1.',
    },

    cli: {
      title: 'Beside the AWS CLI',
      share: {
        label: 'Share sign-ins with the AWS CLI',
        hint: 'Writes tokens to ~/.aws/sso/cache, in clear and readable by you only.',
      },
    },

    importing: {
      title: (session: string) => `Import from ${session}`,
      syncTitle: (session: string) => `Sync with ${session}`,
      hint: 'One profile for each role you may use. Nothing is written before you have seen it.',
      syncHint: 'What is new, gone and renamed. What you changed stays as it is.',
      back: 'Back',
      steps: ['Read', 'Choose', 'Look', 'Done'],
      reading: 'Reading the organisation',
      readingHint: 'At 15 requests a second, as AWS asks. It goes on while this window is closed.',
      signingIn: 'Sign in first. Reading begins by itself.',
      progress: (reading?: { readonly accountsRead: number; readonly accounts: number; readonly roles: number }) =>
        reading && reading.accounts > 0
          ? `${withCommas(reading.accountsRead)} of ${accounts(reading.accounts)}, ${roles(reading.roles)}`
          : 'Asking for the accounts…',
      stop: 'Stop',
      stopped: 'Stopped. What was read is kept.',
      goOn: 'Go on',
      whichRoles: 'Which roles',
      allRoles: 'All roles',
      in: accounts,
      whichAccounts: 'Which accounts',
      allAccounts: 'All accounts',
      find: 'Find an account by name or number',
      more: (count: number) => `and ${withCommas(count)} more`,
      chosen: (roleCount: number, accountCount: number) => `${roles(roleCount)} in ${accounts(accountCount)}`,
      names: 'Names',
      template: 'Profile names',
      templateHint: 'Fields: {account_name} {account_id} {role} {session}',
      region: 'Region of the profiles',
      regionHint: 'Left empty, each tool goes by its own default.',
      look: 'See the changes',
      looking: 'Comparing with the config file…',
      write: (count: number) => `Write ${profiles(count)}`,
      apply: 'Write the changes',
      nothing: 'Nothing to change',
      nothingHint: 'The config file has a profile for each of these roles.',
      added: (count: number) => `${withCommas(count)} new`,
      renamed: (count: number) => `${withCommas(count)} renamed`,
      removed: (count: number) => `${withCommas(count)} gone`,
      left: (count: number) => `${withCommas(count)} left as they are`,
      already: (count: number) => `${roles(count)} already have a profile.`,
      leftBecause: {
        changed: 'you changed it',
        used: 'other profiles start from it',
      },
      leftWhy: { gone: 'its role is gone', renamed: 'its account has another name' },
      exact: 'The exact lines',
      done: ({ added, renamed, removed }: Record<'added' | 'renamed' | 'removed', number>) => {
        if (renamed + removed === 0)
          return added === 1 ? '1 profile was written' : `${withCommas(added)} profiles were written`;
        const parts = [
          ['added', added],
          ['renamed', renamed],
          ['removed', removed],
        ] as const;
        const said = parts.flatMap(([what, count]) => (count === 0 ? [] : [`${withCommas(count)} ${what}`]));
        return `The config file follows AWS: ${said.join(', ')}`;
      },
      doneHint: (path: string) => `In ${path}, in one step. A sync later shows what has changed at AWS.`,
      finish: 'Done',
    },
  },
} as const;
