const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The first start. */
export const welcomeText = {
  welcome: {
    title: (profiles: number) => `Rolecall found ${counted(profiles, 'profile', 'profiles')}`,
    found(profiles: number, inClear: number, signIns: number): string {
      const also = [
        inClear > 0 && `${counted(inClear, 'access key', 'access keys')} in clear`,
        signIns > 0 && counted(signIns, 'profile of IAM Identity Center', 'profiles of IAM Identity Center'),
      ].filter(Boolean);
      const beside = also.length > 0 ? `, beside them ${also.join(' and ')}` : '';
      return `${profiles === 1 ? 'It is' : 'They are'} in your AWS files${beside}.`;
    },
    nothingChanged: 'Nothing was changed. Every change is shown line by line before it is made, and can be taken back.',
    take: (count: number) => ({
      action: count === 1 ? 'Move the key into the keychain…' : 'Move the keys into the keychain…',
      hint: 'Programs that look for ~/.aws/credentials then find no secret there.',
    }),
    addKey: { action: 'Add an access key…', hint: 'Your profiles start from a key that is not on this computer yet.' },
    handOver: {
      action: 'Hand [default] to Rolecall…',
      hint: 'Tools that name no profile then follow the role you switch to.',
    },
    list: { action: 'Show the list', hint: 'Choose a role and press Enter. Type to search.' },
    demo: 'No AWS account at hand? “npm run demo” shows everything against a local one.',
  },
} as const;
