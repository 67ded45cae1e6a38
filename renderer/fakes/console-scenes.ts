import { partitionsPort } from '../../electron/aws/partitions-port.ts';
import type { InstalledBrowser } from '../../electron/core/console/browser-choice.ts';
import type { ConsoleChoices, FoundConsole } from '../../electron/core/contract.ts';
import { type Answers, bad, good, never } from './fake-client.ts';
import { press, typed } from './press.tsx';
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

/** With favourites, and with what was chosen before. */
function someChoices(partition: string, last: ConsoleChoices['last']): ConsoleChoices {
  const first = ['eu-central-1', 'us-east-1', 'eu-west-1'];
  const all = partitionsPort.regions(partition);
  const found = first.flatMap((code) => all.find((region) => region.code === code) ?? []);
  return {
    recentServices: ['ecs', 'cloudwatch', 's3'],
    favouriteServices: ['ecs', 'rds'],
    regions: [...new Set([...found, ...all])].map((region) => ({
      ...region,
      favourite: first.slice(0, 2).includes(region.code),
      named: first.includes(region.code),
    })),
    last,
  };
}

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
  const china = aRow('china-admin', {
    region: 'cn-north-1',
    roleArn: 'arn:aws-cn:iam::730156482904:role/Developer',
  });
  const active = someSessions(now);
  const leads = (text: string, found: FoundConsole) =>
    popover(aCatalog(rows), active, (actions) => actions.search(text), { findConsole: () => good(found) });
  const choose = (profile: string, answers: Answers) =>
    popover(aCatalog([...rows, china]), active, (actions) => actions.show({ kind: 'console', profile }), answers);
  const services = choose('production-admin', {
    consoleChoices: () => good(someChoices('aws', {})),
    browsers: () => good({ installed: someBrowsers, chosen: { browser: 'firefox', profile: 'production' } }),
  });
  const regions = press(services, /^As in the profile/);
  return {
    'popover-console': popover(aCatalog(rows), active, (actions) => void actions.openConsole('production-admin'), {
      openConsole: () => never(),
    }),
    'popover-services': services,
    'popover-services-search': typed(services, 'Search services', 'co'),
    'popover-services-none': typed(services, 'Search services', 'no such service'),
    'popover-regions': regions,
    'popover-regions-search': typed(regions, 'Search regions', 'europe'),
    'popover-regions-none': typed(regions, 'Search regions', 'atlantis'),
    'popover-regions-unknown': typed(regions, 'Search regions', 'eu-west-9'),
    'popover-services-china': choose('china-admin', {
      consoleChoices: () => good(someChoices('aws-cn', { service: 's3', region: 'cn-northwest-1' })),
    }),
    'popover-services-careful-copy': popover(aCatalog(rows), active, (actions) =>
      actions.show({ kind: 'confirm', profile: 'production-admin', act: { kind: 'copy-link', target: {} } }),
    ),
    'popover-link-copied': popover(
      aCatalog(rows),
      active,
      (actions) => void actions.copyConsoleLink('production-admin', {}),
      { copyConsoleLink: () => good({ clearedAfterMs: 60_000 }) },
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
      actions.show({
        kind: 'confirm',
        profile: 'production-admin',
        act: { kind: 'open-console', target: { resource: queue } },
      }),
    ),
  };
}
