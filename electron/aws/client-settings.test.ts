import { externalDataInterceptor } from '@smithy/core/config';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClientSettings, clientSettings } from './client-settings.ts';
import { createAwsConnection } from './connection/connection.ts';
import { createIam } from './iam.ts';
import { createIdentityCenter } from './identity-center/identity-center.ts';
import { createSts } from './sts.ts';

const by = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const own = { endpointUrl: 'http://127.0.0.1:4566' };

describe('clientSettings', () => {
  const endpoint = (env: Record<string, string>, of: typeof own | Record<string, never> = own) =>
    clientSettings('sso_oidc', env, of).endpoint;

  it('takes the service’s variable, then the general one, then what the profile says', () => {
    const AWS_ENDPOINT_URL = 'http://127.0.0.1:1';
    const AWS_ENDPOINT_URL_SSO_OIDC = 'http://127.0.0.1:2';
    expect(endpoint({ AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_SSO_OIDC })).toBe(AWS_ENDPOINT_URL_SSO_OIDC);
    expect(endpoint({ AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:3' })).toBe(AWS_ENDPOINT_URL);
    expect(endpoint({ AWS_ENDPOINT_URL: '' })).toBe(own.endpointUrl);
    expect(endpoint({}, {})).toBeUndefined();
    expect(endpoint({ AWS_ENDPOINT_URL, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'TRUE' })).toBeUndefined();
  });

  it.each([
    ['useFipsEndpoint', 'AWS_USE_FIPS_ENDPOINT'],
    ['useDualstackEndpoint', 'AWS_USE_DUALSTACK_ENDPOINT'],
  ] as const)('%s: %s wins over the profile', (setting: keyof ClientSettings, variable) => {
    const value = (env: Record<string, string>, of = {}) => clientSettings('sts', env, of)[setting];
    expect(value({})).toBe(false);
    expect(value({}, { [setting]: true })).toBe(true);
    expect(value({ [variable]: 'false' }, { [setting]: true })).toBe(false);
    expect(value({ [variable]: 'true' })).toBe(true);
  });
});

describe('a client of the SDK', () => {
  const files = ['config', 'credentials'].map((name) => `/nowhere/${name}`);
  const variables = ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'];
  const before = variables.map((name) => process.env[name]);
  const record = externalDataInterceptor.getFileRecord();
  let read: string[] = [];
  beforeEach(() => {
    read = [];
    variables.forEach((name, i) => {
      process.env[name] = files[i];
    });
    // As if they were there: the SDK looks here first.
    for (const file of files) {
      const get = () => {
        read.push(file);
        return Promise.resolve('[default]\nendpoint_url = http://127.0.0.1:1\nuse_fips_endpoint = true\n');
      };
      Object.defineProperty(record, file, { get, configurable: true });
    }
  });
  afterEach(() => {
    for (const file of files) delete record[file];
    variables.forEach((name, i) => {
      if (before[i] === undefined) delete process.env[name];
      else process.env[name] = before[i];
    });
  });

  it('reads none of the user’s files, and goes where their profile says and not [default]', async () => {
    const hosts: string[] = [];
    const connection: ReturnType<typeof createAwsConnection> = {
      ...createAwsConnection({ env: {} }),
      requestHandler: () => ({
        metadata: { handlerProtocol: 'http/1.1' },
        async handle({ hostname }) {
          hosts.push(hostname);
          throw new Error('far enough');
        },
        destroy() {},
        updateHttpClientConfig() {},
        httpHandlerConfigs: () => ({}),
      }),
    };
    const endpointOf = (profile: string) => ({ useFipsEndpoint: profile === 'gov' });
    const options = { env: {}, connection, endpointOf };
    const session = { name: 's', startUrl: 'https://s', region: 'eu-west-1', scopes: [], legacy: false };
    const center = createIdentityCenter(options);
    const context = { profile: 'gov', region: 'eu-west-1', mfaCode: undefined };
    await createSts({ ...options, maxAttempts: 1 }).getCallerIdentity(by, context);
    await createSts({ ...options, maxAttempts: 1 }).getCallerIdentity(by, { ...context, profile: 'plain' });
    await createIam({ ...options, maxAttempts: 1 }).listAccessKeys(by, context);
    await center.registerClient('device', { session });
    await center.listAccounts({}, 'token', { session });
    expect(hosts).toEqual([
      'sts-fips.eu-west-1.amazonaws.com',
      'sts.eu-west-1.amazonaws.com',
      'iam-fips.amazonaws.com',
      'oidc.eu-west-1.amazonaws.com',
      'portal.sso.eu-west-1.amazonaws.com',
    ]);
    expect(read).toEqual([]);
  });
});
