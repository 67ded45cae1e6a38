import { describe, expect, it } from 'vitest';
import type { SsoSession } from '../../core/sso/sso-session.ts';
import { authorizeUrl, isSignInUrl } from './hosts.ts';

const session: SsoSession = {
  name: 'corp',
  startUrl: 'https://corp.awsapps.com/start',
  region: 'eu-central-1',
  scopes: ['sso:account:access'],
  legacy: false,
};
const oidc = 'https://oidc.eu-central-1.amazonaws.com';
const request = { clientId: 'c', redirectUri: 'http://127.0.0.1:1/oauth/callback', state: 's', codeChallenge: 'x' };

describe('the authorize page', () => {
  it('is AWS’s of the region and its partition', () => {
    expect(authorizeUrl(request, session, {})).toMatchObject({
      value: expect.stringMatching(/^https:\/\/oidc\.eu-central-1\.amazonaws\.com\/authorize\?/),
    });
    expect(authorizeUrl(request, { ...session, region: 'cn-north-1' }, {})).toMatchObject({
      value: expect.stringContaining('https://oidc.cn-north-1.amazonaws.com.cn/authorize?'),
    });
    expect(authorizeUrl(request, { ...session, region: 'evil.example/' }, {})).toMatchObject({ ok: false });
  });

  it('carries PKCE by S256 and the scopes', () => {
    const made = authorizeUrl(request, session, {});
    expect(Object.fromEntries(new URL(made.ok ? made.value : '').searchParams)).toEqual({
      response_type: 'code',
      client_id: 'c',
      redirect_uri: request.redirectUri,
      state: 's',
      code_challenge_method: 'S256',
      code_challenge: 'x',
      scopes: 'sso:account:access',
    });
  });

  it('is elsewhere on this computer only', () => {
    const at = (url: string) => authorizeUrl(request, session, { AWS_ENDPOINT_URL_SSO_OIDC: url });
    expect(at('http://127.0.0.1:4711/x')).toMatchObject({
      value: expect.stringMatching(/^http:\/\/127\.0\.0\.1:4711\//),
    });
    for (const url of [
      'http://10.0.0.1',
      'https://evil.example',
      'http://localhost:1',
      'http://127.0.0.1.evil.example',
    ])
      expect(at(url)).toMatchObject({
        value: expect.stringMatching(/^https:\/\/oidc\.eu-central-1\.amazonaws\.com\//),
      });
  });
});

describe('what the browser may be sent to', () => {
  const allowed = (url: string, sessions = [session]) => isSignInUrl(url, sessions, {});

  it.each([
    `${oidc}/authorize?client_id=c`,
    'https://device.sso.eu-central-1.amazonaws.com/?user_code=ABCD-EFGH',
    'https://corp.awsapps.com/start/#/device?user_code=ABCD-EFGH',
  ])('%s', (url) => {
    expect(allowed(url)).toBe(true);
    expect(allowed(url, [])).toBe(false);
  });

  it.each([
    `${oidc}/token`,
    'http://oidc.eu-central-1.amazonaws.com/authorize',
    'https://oidc.us-east-1.amazonaws.com/authorize',
    'https://oidc.eu-central-1.amazonaws.com.evil.example/authorize',
    'https://oidc.eu-central-1.amazonaws.com@evil.example/authorize',
    'https://user@corp.awsapps.com/start',
    'https://corp.awsapps.com:8443/start',
    'http://corp.awsapps.com/start',
    'https://other.awsapps.com/start',
    'https://corp.aws\tapps.com/start',
    'https:\\\\corp.awsapps.com/start',
    'https://corp.awsapps.com/start --new-window',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://127.0.0.1:4711/authorize',
    '',
  ])('never %s', (url) => {
    expect(allowed(url)).toBe(false);
  });

  it('opens no start URL that is not https, whatever the config file says', () => {
    for (const startUrl of ['http://corp.example/start', 'file:///start', 'javascript:alert(1)', 'x'])
      expect(allowed(startUrl, [{ ...session, startUrl }])).toBe(false);
  });
});
