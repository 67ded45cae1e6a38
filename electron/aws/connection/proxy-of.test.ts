import { describe, expect, it, vi } from 'vitest';
import { proxyOf } from './proxy-of.ts';

const sts = new URL('https://sts.eu-west-1.amazonaws.com/');
const through = async (env: Record<string, string>, url = sts) => (await proxyOf(url, env))?.href;

describe('the proxy of the environment', () => {
  it.each([
    ['HTTPS_PROXY', { HTTPS_PROXY: 'http://proxy:8080' }, 'http://proxy:8080/'],
    ['small letters', { https_proxy: 'http://proxy:8080' }, 'http://proxy:8080/'],
    ['small letters first', { https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:1' }, 'http://a:1/'],
    ['ALL_PROXY', { ALL_PROXY: 'socks5://proxy:1080' }, 'socks5://proxy:1080'],
    ['without a scheme, as plain http', { HTTPS_PROXY: 'proxy:8080' }, 'http://proxy:8080/'],
    ['with a user', { HTTPS_PROXY: 'http://u:p%40@proxy:8080' }, 'http://u:p%40@proxy:8080/'],
    ['an empty one is none', { HTTPS_PROXY: ' ' }, undefined],
    ['HTTP_PROXY is not for https', { HTTP_PROXY: 'http://proxy:8080' }, undefined],
  ])('%s', async (_name, env, expected) => {
    expect(await through(env)).toBe(expected);
  });

  it('that is none is named, without what it says', async () => {
    const asked = proxyOf(sts, { https_proxy: 'ftp://u:secret@proxy' });
    await expect(asked).rejects.toMatchObject({ problem: 'proxy-setting', details: { setting: 'https_proxy' } });
    await asked.catch((error) => expect(JSON.stringify([error, error.message])).not.toContain('secret'));
  });
});

describe('NO_PROXY', () => {
  it.each([
    ['*', true],
    ['sts.eu-west-1.amazonaws.com', true],
    ['amazonaws.com', true],
    ['.amazonaws.com', true],
    ['*.amazonaws.com', true],
    ['other.com, AMAZONAWS.com', true],
    ['amazonaws.com:443', true],
    ['amazonaws.com:8443', false],
    ['aws.com', false],
    ['', false],
    ['10.0.0.0/8', false],
  ])('%j', async (no_proxy, excepted) => {
    expect(await through({ HTTPS_PROXY: 'http://proxy:1', no_proxy })).toBe(excepted ? undefined : 'http://proxy:1/');
  });

  it.each([
    ['http://10.1.2.3:8080', '10.0.0.0/8', true],
    ['http://11.1.2.3:8080', '10.0.0.0/8', false],
    ['http://127.0.0.1:8080', '127.0.0.1', true],
    ['http://[::1]:8080', '::1', true],
    ['http://[::1]:8080', '[::1]:8080', true],
    ['http://[fd00::5]/', 'fd00::/8', true],
  ])('%s and %s', async (url, NO_PROXY, excepted) => {
    const proxy = await through({ HTTP_PROXY: 'http://proxy:1', NO_PROXY }, new URL(url));
    expect(proxy).toBe(excepted ? undefined : 'http://proxy:1/');
  });
});

describe('the proxy of the system', () => {
  it.each([
    ['PROXY proxy:8080; DIRECT', 'http://proxy:8080/'],
    ['HTTPS proxy:8443', 'https://proxy:8443/'],
    ['SOCKS5 proxy:1080', 'socks5://proxy:1080'],
    ['DIRECT', undefined],
    ['DIRECT; PROXY proxy:8080', undefined],
    ['', undefined],
  ])('%j', async (answer, expected) => {
    expect((await proxyOf(sts, {}, async () => answer))?.href).toBe(expected);
  });

  it('counts less than the environment, and not for this computer', async () => {
    const system = vi.fn(async () => 'PROXY proxy:8080');
    await proxyOf(sts, { HTTPS_PROXY: 'http://own:1' }, system);
    await proxyOf(sts, { NO_PROXY: 'amazonaws.com' }, system);
    await proxyOf(new URL('http://127.0.0.1:4566'), {}, system);
    expect(system).not.toHaveBeenCalled();
  });

  it('is asked for by the host alone: a link may carry credentials', async () => {
    const system = vi.fn(async () => 'DIRECT');
    await proxyOf(new URL('https://signin.aws.amazon.com/federation?Session=CANARY'), {}, system);
    expect(system.mock.calls).toEqual([['https://signin.aws.amazon.com/']]);
  });

  it('is none when the system does not tell in time', async () => {
    expect(await proxyOf(sts, {}, () => new Promise(() => undefined), 1)).toBeUndefined();
  });

  it('is none when the system cannot tell', async () => {
    expect(await proxyOf(sts, {}, async () => Promise.reject(new Error('no')))).toBeUndefined();
  });
});
