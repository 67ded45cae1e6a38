import type { InstalledBrowser } from '../../electron/core/console/browser-choice.ts';
import type { FoundConsole } from '../../electron/core/contract.ts';
import { bad, good, never } from './fake-client.ts';
import { aCatalog, aRow, someRows, someSessions } from './profiles.ts';
import type { Scenes } from './scene.ts';
import { popover } from './windows.tsx';

const ACCOUNT = '418295063117';
const queue = `arn:aws:sqs:eu-central-1:${ACCOUNT}:orders-dead-letters`;
const link =
  `https://${ACCOUNT}-x4f2k9ab.eu-central-1.console.aws.amazon.com/ecs/v2/clusters/main/services/web/health` +
  '?region=eu-central-1';

/** As they are found on a computer. */
export const someBrowsers: InstalledBrowser[] = [
  {
    browser: 'chrome',
    name: 'Google Chrome',
    profiles: [
      { id: 'Default', name: 'Anna' },
      { id: 'Profile 1', name: 'Work' },
    ],
  },
  { browser: 'edge', name: 'Microsoft Edge', profiles: [] },
  {
    browser: 'firefox',
    name: 'Firefox',
    profiles: [
      { id: 'default-release', name: 'default-release' },
      { id: 'production', name: 'production' },
    ],
  },
];

/** Ways to the console. */
export function consoleScenes(now: number): Scenes {
  const rows = [
    ...someRows(now),
    aRow('production-billing', {
      accountId: ACCOUNT,
      roleName: 'Billing',
      roleArn: `arn:aws:iam::${ACCOUNT}:role/Billing`,
    }),
  ];
  const active = someSessions(now);
  const leads = (text: string, found: FoundConsole) =>
    popover(aCatalog(rows), active, (actions) => actions.search(text), { findConsole: () => good(found) });
  return {
    'popover-console': popover(aCatalog(rows), active, (actions) => void actions.openConsole('production-admin'), {
      openConsole: () => never(),
    }),
    'popover-services': popover(
      aCatalog(rows),
      active,
      (actions) => actions.show({ kind: 'console', profile: 'production-admin' }),
      {
        consoleChoices: () => good({ services: ['ecs', 'cloudwatch'], regions: ['eu-central-1', 'us-east-1'] }),
        browsers: () => good({ installed: someBrowsers, chosen: { browser: 'firefox', profile: 'production' } }),
      },
    ),
    'popover-browser-gone': popover(aCatalog(rows), active, (actions) => void actions.openConsole('production-admin'), {
      openConsole: () =>
        bad({
          kind: 'not-there',
          message: 'The profile Work of Google Chrome is not on this computer any more, so the console was not opened.',
          remedy:
            'Choose another browser, or open it in the default one: rolecall console production-admin --browser default',
        }),
    }),
    'popover-search-service': popover(aCatalog(rows), active, (actions) => actions.search('stag ec2')),
    'popover-arn': leads('arn:aws:s3:::acme-invoices', {
      what: 'the S3 bucket acme-invoices',
      profiles: ['production-admin', 'production-readonly', 'staging-deploy', 'sandbox'],
    }),
    'popover-arn-several': leads(queue, {
      what: 'the SQS queue orders-dead-letters',
      accountId: ACCOUNT,
      region: 'eu-central-1',
      profiles: ['production-admin', 'production-readonly', 'production-billing'],
    }),
    'popover-arn-unreached': popover(
      aCatalog(rows),
      active,
      (actions) => actions.search('arn:aws:lambda:eu-central-1:000011112222:function:mail'),
      {
        findConsole: () =>
          bad({
            kind: 'profile-not-found',
            message: 'No profile reaches account 000011112222, where the Lambda function mail is.',
            remedy: 'Add a profile with a role of that account, or import the organisation: rolecall sso import',
          }),
      },
    ),
    'popover-link': leads(link, {
      what: 'the page of ECS',
      accountId: ACCOUNT,
      region: 'eu-central-1',
      profiles: ['production-admin'],
    }),
    'popover-careful-console': popover(aCatalog(rows), active, (actions) =>
      actions.show({ kind: 'confirm', profile: 'production-admin', console: { resource: queue } }),
    ),
  };
}
