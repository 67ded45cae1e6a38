import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SsoSession } from '../core/sso/sso-session.ts';
import { writeFileAtomic } from '../host/atomic-file.ts';
import { createSsoTokenCache } from './sso-token-cache.ts';

const session: SsoSession = {
  name: 'corp',
  startUrl: 'https://corp.example/start',
  region: 'eu-central-1',
  scopes: [],
  legacy: false,
};
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rc-sso-cache-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));
const cache = () => createSsoTokenCache({ home, env: {}, replace: writeFileAtomic });
const folder = () => join(home, '.aws/sso/cache');
const expiresAt = Date.UTC(2026, 0, 31, 12);

describe('the AWS CLI’s token cache', () => {
  it('writes what it reads, for the owner only, in the CLI’s form', async () => {
    const token = {
      accessToken: 'access',
      expiresAt,
      refreshToken: 'refresh',
      client: { clientId: 'id', clientSecret: 'secret', expiresAt: expiresAt + 1000 },
    };
    expect(await cache().write(session, token)).toMatchObject({ ok: true });
    const [name = ''] = readdirSync(folder());
    expect(name).toMatch(/^[0-9a-f]{40}\.json$/);
    expect(JSON.parse(readFileSync(join(folder(), name), 'utf8'))).toEqual({
      startUrl: session.startUrl,
      region: session.region,
      accessToken: 'access',
      expiresAt: '2026-01-31T12:00:00Z',
      clientId: 'id',
      clientSecret: 'secret',
      registrationExpiresAt: '2026-01-31T12:00:01Z',
      refreshToken: 'refresh',
    });
    expect(statSync(join(folder(), name)).mode & 0o777).toBe(0o600);
    expect(await cache().read(session)).toEqual(token);
    await cache().remove(session);
    expect(readdirSync(folder())).toEqual([]);
    expect(await cache().remove(session)).toMatchObject({ ok: true });
  });

  async function reading(content: string) {
    await cache().write(session, { accessToken: 'x', expiresAt });
    const [name = ''] = readdirSync(folder());
    writeFileSync(join(folder(), name), content);
    return cache().read(session);
  }

  it.each(['2026-01-31T12:00:00Z', '2026-01-31T12:00:00UTC'])('reads the time form %s', async (written) => {
    expect(await reading(JSON.stringify({ accessToken: 'a', expiresAt: written }))).toMatchObject({ expiresAt });
  });

  it.each([
    ['', 'nothing'],
    ['{', 'half a file'],
    ['[]', 'no token'],
    ['{"accessToken":"a","expiresAt":"soon"}', 'a time nobody can read'],
    ['{"accessToken":"a","expiresAt":"2026-01-31T12:00:00Z","startUrl":"https://evil.example"}', 'another place'],
    ['{"accessToken":"a","expiresAt":"2026-01-31T12:00:00Z","region":"us-east-1"}', 'another region'],
  ])('takes %s for %s', async (content) => {
    expect(await reading(content)).toBeUndefined();
  });

  it('is silent where there is no cache, and where a folder stands in the way', async () => {
    expect(await cache().read(session)).toBeUndefined();
    await cache().write(session, { accessToken: 'x', expiresAt });
    const [name = ''] = readdirSync(folder());
    rmSync(join(folder(), name));
    mkdirSync(join(folder(), name));
    expect(await cache().read(session)).toBeUndefined();
  });
});
