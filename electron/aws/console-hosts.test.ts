import { describe, expect, it } from 'vitest';
import { isConsoleUrl } from './console-hosts.ts';
import { partitions } from './partitions.ts';

const hosts = partitions.flatMap(({ signInHost, consoleHost, defaultRegion }) => [
  signInHost,
  consoleHost,
  `${defaultRegion}.${signInHost}`,
  `${defaultRegion}.${consoleHost}`,
]);

const good = [
  ...hosts.map((host) => `https://${host}/federation?Action=login`),
  'https://signin.aws.amazon.com:443/',
  'HTTPS://SIGNIN.AWS.AMAZON.COM/',
  'https://eu-central-1.console.aws.amazon.com/ec2/home?region=eu-central-1#Instances:',
];

const bad = [
  // every host in a wrong dress
  ...hosts.flatMap((host) => [
    `http://${host}/`,
    `https://${host}.evil.example/`,
    `https://evil-${host}/`,
    `https://${host}:8443/`,
    `https://user@${host}/`,
    `https://evil.example/${host}`,
    `https://evil.example#@${host}/`,
    `https://${host}@evil.example/`,
    `https://${host}./`,
  ]),
  // other schemes
  'file:///etc/passwd',
  'javascript:alert(1)//signin.aws.amazon.com',
  'data:text/html,https://signin.aws.amazon.com',
  'ftp://signin.aws.amazon.com/',
  'smb://signin.aws.amazon.com/share',
  'ms-msdt:/id',
  'vscode://signin.aws.amazon.com/',
  'mailto:a@signin.aws.amazon.com',
  'app://rolecall/index.html',
  'about:blank',
  'chrome://settings',
  'ws://signin.aws.amazon.com/',
  'x-apple.systempreferences:',
  'blob:https://signin.aws.amazon.com/1',
  'view-source:https://signin.aws.amazon.com/',
  // tricks of the parser
  'https:\\\\signin.aws.amazon.com\\',
  'https://signin.aws.amazon.com\\@evil.example/',
  'https://evil.example\\.signin.aws.amazon.com/',
  ' https://signin.aws.amazon.com/',
  'https://signin.aws.amazon.com/\n--remote-debugging-port=1',
  'https://sign\tin.aws.amazon.com/',
  'https://signin.aws.amazon.com/ %00',
  'https://signin.aws.amazon.com\u0000.evil.example/',
  'https://signin.aws.amazon.com%2eevil.example/',
  'https://signin.aws.amazon.com%00.evil.example/',
  'https://signin。aws.amazon.com.evil.example/',
  'https://ѕignin.aws.amazon.com/',
  '//signin.aws.amazon.com/',
  'signin.aws.amazon.com',
  '--help',
  '',
  'https://',
  'https://[::1]/',
  'https://127.0.0.1/',
  'http://localhost/',
  'http://169.254.169.254/latest/meta-data/',
  // near misses
  'https://amazon.com/',
  'https://aws.amazon.com/',
  'https://www.amazon.com/',
  'https://s3.amazonaws.com/evil/index.html',
  'https://evil.s3.amazonaws.com/',
  'https://evil.console.aws.amazon.com/',
  'https://us-east-1.evil.console.aws.amazon.com/',
  'https://cn-north-1.console.aws.amazon.com/',
  'https://us-east-1.signin.amazonaws.cn/',
  'https://us-east-1..console.aws.amazon.com/',
  'https://.console.aws.amazon.com/',
  'https://signin.aws.amazon.co/',
  'https://signin.aws.amazon.com.cn/',
  'https://signinaws.amazon.com/',
  'https://signin.aws.amazon.community/',
];

describe('which links may be opened', () => {
  it(`${good.length} right ones: all`, () => {
    expect(good.filter((url) => !isConsoleUrl(url, {}))).toEqual([]);
  });

  it(`${bad.length} wrong ones: none`, () => {
    expect(bad.length).toBeGreaterThanOrEqual(100);
    expect(bad.filter((url) => isConsoleUrl(url, {}))).toEqual([]);
    const env = { ROLECALL_SIGNIN_URL: 'http://127.0.0.1:4000' };
    expect(bad.filter((url) => isConsoleUrl(url, env))).toEqual([]);
  });
});

describe('ROLECALL_SIGNIN_URL', () => {
  it.each(['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000', 'https://127.0.0.9:4000'])(
    '%s opens its own origin and no other',
    (origin) => {
      const env = { ROLECALL_SIGNIN_URL: origin };
      expect(isConsoleUrl(`${origin}/federation?Action=login`, env)).toBe(true);
      expect(isConsoleUrl(origin.replace('4000', '4001'), env)).toBe(false);
      expect(isConsoleUrl(origin.replace('://', '://user@'), env)).toBe(false);
      expect(isConsoleUrl(`${origin}/`, {})).toBe(false);
    },
  );

  it.each([
    'http://evil.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://0.0.0.0',
    'http://192.168.0.1',
    'file://127.0.0.1/',
    'http://user@127.0.0.1/',
    'not a url',
  ])('%s is not accepted', (url) => {
    expect(isConsoleUrl(url, { ROLECALL_SIGNIN_URL: url })).toBe(false);
  });
});
