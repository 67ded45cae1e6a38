import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../core/result.ts';
import { createBrowser } from './browser.ts';

const oneTimeLinks = { offer: vi.fn(async () => ok('http://127.0.0.1:1/once')), takeBack: vi.fn() };
const start = vi.fn(async (_program: string, _parameters: readonly string[]) => true);
const work = { id: 'Profile 1', name: 'Work', parameters: ['--profile-directory=Profile 1'] };
const own = { id: 'work', name: 'work', parameters: ['--profile', '/home/ada/.mozilla/firefox/a.work'] };
const installed = async () => [
  { browser: 'chrome' as const, name: 'Google Chrome', program: '/usr/bin/google-chrome', profiles: [work] },
  { browser: 'firefox' as const, name: 'Firefox', program: '/usr/bin/firefox', profiles: [own] },
];
const rest = { oneTimeLinks, installed, start };

describe('the browser', () => {
  it('opens what is allowed', async () => {
    const openExternal = vi.fn(async () => {});
    const browser = createBrowser({ openExternal, isAllowed: () => true, ...rest });
    expect(await browser.open('https://signin.aws.amazon.com/federation')).toEqual({ ok: true, value: undefined });
    expect(openExternal).toHaveBeenCalledWith('https://signin.aws.amazon.com/federation');
  });

  it('is handed a secret by a link that works once', async () => {
    const openExternal = vi.fn(async () => {});
    const browser = createBrowser({ openExternal, isAllowed: () => true, ...rest });
    await browser.open('https://signin.aws.amazon.com/federation?SigninToken=canary', { secret: true });
    expect(oneTimeLinks.offer).toHaveBeenCalledWith('https://signin.aws.amazon.com/federation?SigninToken=canary');
    expect(openExternal.mock.calls).toEqual([['http://127.0.0.1:1/once']]);
  });

  it('opens nothing else, and does not repeat it', async () => {
    const openExternal = vi.fn(async () => {});
    const result = await createBrowser({ openExternal, isAllowed: () => false, ...rest }).open(
      'https://canary.example/',
    );
    expect(result).toMatchObject({ ok: false });
    expect(JSON.stringify(result)).not.toContain('canary');
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('keeps the link out of the message when the browser cannot be started', async () => {
    const openExternal = () => Promise.reject(new Error('failed to open https://canary.example/'));
    const result = await createBrowser({ openExternal, isAllowed: () => true, ...rest }).open(
      'https://canary.example/',
    );
    expect(result).toMatchObject({ failure: { kind: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('canary');
  });
});

describe('a chosen browser', () => {
  const SECRET = 'https://signin.aws.amazon.com/federation?SigninToken=canary';
  const openExternal = vi.fn(async () => {});
  const browser = createBrowser({ openExternal, isAllowed: (url) => url.startsWith('https://signin.'), ...rest });
  const lines = () => start.mock.calls.map(([program, parameters]) => [program, ...parameters]);
  beforeEach(() => start.mockClear());

  it('opens the link in the profile that was chosen, by one that works once', async () => {
    await browser.open(SECRET, { secret: true, choice: { browser: 'chrome', profile: 'Profile 1' } });
    await browser.open(SECRET, { secret: true, choice: { browser: 'firefox', profile: 'work' } });
    await browser.open(SECRET, { secret: true, choice: { browser: 'firefox' } });
    expect(lines()).toEqual([
      ['/usr/bin/google-chrome', '--profile-directory=Profile 1', 'http://127.0.0.1:1/once'],
      ['/usr/bin/firefox', '--profile', '/home/ada/.mozilla/firefox/a.work', 'http://127.0.0.1:1/once'],
      ['/usr/bin/firefox', 'http://127.0.0.1:1/once'],
    ]);
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('opens it in a container called like the profile, whose name steers nothing', async () => {
    const choice = { browser: 'firefox', container: 'ext+container' } as const;
    await browser.open(SECRET, { secret: true, choice, name: 'a&url=https://evil.example' });
    expect(lines()).toEqual([
      [
        '/usr/bin/firefox',
        'ext+container:name=a%26url%3Dhttps%3A%2F%2Fevil.example&url=http%3A%2F%2F127.0.0.1%3A1%2Fonce',
      ],
    ]);
  });

  it.each([
    [{ browser: 'edge' }, 'Microsoft Edge is not on this computer any more'],
    [{ browser: 'chrome', profile: 'Profile 9' }, 'The profile Profile 9 of Google Chrome is not on this computer'],
    [{ browser: 'chrome', profile: '--load-extension=/tmp/x' }, 'is not on this computer'],
  ] as const)('that has gone away says so: %j', async (choice, message) => {
    const opened = await browser.open(SECRET, { secret: true, choice });
    expect(opened).toMatchObject({ failure: { kind: 'not-there', message: expect.stringContaining(message) } });
    expect(JSON.stringify(opened)).toContain('--browser default');
    expect(lines()).toEqual([]);
  });

  it('is not started for a link that is not allowed, and a start that fails is told without the link', async () => {
    const choice = { browser: 'chrome' } as const;
    expect(await browser.open('https://evil.example/', { choice })).toMatchObject({ ok: false });
    expect(lines()).toEqual([]);
    start.mockResolvedValueOnce(false);
    const failed = await browser.open(SECRET, { secret: true, choice });
    expect(failed).toMatchObject({ failure: { message: 'Google Chrome could not be started.' } });
    expect(JSON.stringify(failed)).not.toContain('canary');
  });
});
