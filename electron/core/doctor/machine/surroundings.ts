import { type Check, failedWith, failing, notice, passed, unknown } from '../check.ts';
import { checkClock } from '../role-checks.ts';
import type { Machine } from './machine.ts';

/** The keychain, without unlocking it. */
export async function checkKeychain({ keychain, platform }: Machine): Promise<readonly Check[]> {
  const title = 'Keychain';
  switch (await keychain()) {
    case 'open':
      return [passed('keychain', title, 'It is there and unlocked.')];
    case 'locked':
      return [notice('keychain', title, 'It is locked; the first request that needs a key asks you to unlock it.')];
    case 'missing':
      return [
        failing(
          'keychain',
          title,
          'There is none, and Rolecall keeps access keys nowhere else.',
          platform === 'linux' ? [{ label: 'Install one', command: 'sudo apt install gnome-keyring' }] : [],
        ),
      ];
    case 'unknown':
      return [unknown('keychain', title, 'This system does not say.')];
  }
}

/** The way to AWS, and its clock. */
export async function checkNetwork({ reachSts, platform, env }: Machine): Promise<readonly Check[]> {
  const title = 'Network';
  const reached = await reachSts();
  if (!reached.ok) return [failedWith('network', title, reached.failure)];
  const proxy = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].find((name) => env[name]);
  const own = ['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL'].find((name) => env[name]);
  const by = [...(own ? [`as ${own} says`] : []), ...(proxy ? [`with ${proxy} set`] : [])];
  return [
    passed('network', title, `STS answers at ${reached.value.host}${by.length > 0 ? `, ${by.join(' and ')}` : ''}.`),
    checkClock({ aheadMs: reached.value.aheadMs, isMeasured: true }, platform),
  ];
}

/** Credentials of the environment come before every profile, in every SDK. */
const beating = [
  ['AWS_ACCESS_KEY_ID', 'an access key'],
  ['AWS_WEB_IDENTITY_TOKEN_FILE', 'a web identity'],
] as const;

/** What the environment tells AWS tools to do instead of asking Rolecall. */
export async function checkEnvironment({ env, readFiles }: Machine): Promise<readonly Check[]> {
  const title = 'Environment';
  for (const [name, what] of beating) {
    if (!env[name]) continue;
    const all = Object.keys(env).filter((one) => env[one] && isCredential(one));
    return [
      failing(
        'environment',
        title,
        `${name} gives tools that are started here ${what}, which they use before they ask Rolecall.`,
        [{ label: 'Unset it', command: `unset ${all.join(' ')}` }],
      ),
    ];
  }
  const profile = env.AWS_PROFILE || env.AWS_DEFAULT_PROFILE;
  if (!profile) return [passed('environment', title, 'Nothing in it comes before Rolecall.')];
  const name = env.AWS_PROFILE ? 'AWS_PROFILE' : 'AWS_DEFAULT_PROFILE';
  const { adopted } = await readFiles();
  return adopted.includes(profile)
    ? [passed('environment', title, `${name} names "${profile}", which Rolecall serves.`)]
    : [
        notice(
          'environment',
          title,
          `${name} names "${profile}": tools that are started here use it, and not the active role.`,
          [{ label: 'Unset it', command: `unset ${name}` }],
        ),
      ];
}

const isCredential = (name: string) =>
  /^AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|WEB_IDENTITY_TOKEN_FILE|ROLE_ARN)$/.test(name);

/** Rolecall does not need it; a person who asks why `aws` does not work does. */
export async function checkAwsCli({ find }: Machine): Promise<readonly Check[]> {
  const path = await find('aws');
  return [
    path === undefined
      ? notice('aws-cli', 'AWS CLI', 'There is none in PATH; Rolecall does not need it.')
      : passed('aws-cli', 'AWS CLI', `It is ${path}.`),
  ];
}
