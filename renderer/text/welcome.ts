import { withCommas } from './with-commas.ts';

const counted = (count: number, one: string, many: string) => `${withCommas(count)} ${count === 1 ? one : many}`;
const profilesOf = (count: number) => counted(count, 'profile', 'profiles');

/** The first start. */
export const welcomeText = {
  welcome: {
    title: (profiles: number) => `Rolecall found ${profilesOf(profiles)}`,
    inClear: (count: number) =>
      `${counted(count, 'access key stands', 'access keys stand')} in clear in your AWS files`,
    signIns: ({ sessions, profiles }: { readonly sessions: number; readonly profiles: number }) =>
      `${counted(sessions, 'IAM Identity Center session leads', 'IAM Identity Center sessions lead')} to ${profilesOf(profiles)}`,
    nothingChanged: 'Nothing was changed. You see every change before it is made, and can take it back.',
    next: 'What to do next',
    take: (count: number) => ({
      action: count === 1 ? 'Move the key into the keychain…' : 'Move the keys into the keychain…',
      hint: 'Then no program finds them in the file.',
    }),
    signIn: { action: 'Sign in to Identity Center…', hint: 'In your browser, once for all its accounts.' },
    addKey: { action: 'Add an access key…', hint: 'Your profiles start from one that is not here yet.' },
    handOver: {
      action: 'Hand [default] to Rolecall…',
      hint: 'Tools then follow the role you switch to.',
    },
    list: { action: 'Show the list', hint: 'Type to search, Enter switches.' },
    demo: 'No AWS account at hand? “npm run demo” shows all of it on a local one.',
  },
} as const;
