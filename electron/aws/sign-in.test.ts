import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createSignIn } from './sign-in.ts';

const credentials = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'se/cr+et',
  sessionToken: 'to&ken=',
  expiresAt: 0,
};
let close: (() => void) | undefined;
afterEach(() => close?.());

async function endpoint(status: number, body: string | undefined) {
  const asked: URL[] = [];
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://x'));
    if (body !== undefined) response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { asked, ROLECALL_SIGNIN_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('consoleLink', () => {
  const destinationOf = async (page: string) => {
    const { asked, ...env } = await endpoint(200, '{"SigninToken":"token"}');
    const place = { partition: 'aws', region: 'eu-west-1', page, profile: 'prod' };
    const link = await createSignIn({ env }).consoleLink(credentials, place);
    close?.();
    return { asked, destination: link.ok ? new URL(link.value).searchParams.get('Destination') : undefined };
  };

  it("leads to a page on the console's own host", async () => {
    const { destination } = await destinationOf('/sqs/v3/home?region=eu-west-1#/queues/a%2Fb');
    expect(destination).toBe('https://eu-west-1.console.aws.amazon.com/sqs/v3/home?region=eu-west-1#/queues/a%2Fb');
  });

  it.each(['//evil.example/', '/\\evil.example/', '\\\\evil.example', 'https://evil.example/', '@evil.example', ''])(
    'leads nowhere else: %j',
    async (page) => {
      expect(await destinationOf(page)).toEqual({ asked: [], destination: undefined });
    },
  );

  it('exchanges the credentials for a token and builds the link', async () => {
    const { asked, ...env } = await endpoint(200, '{"SigninToken":"tok/en+1"}');
    const result = await createSignIn({ env }).consoleLink(credentials, {
      partition: 'aws-cn',
      region: 'cn-north-1',
      service: 'ec2',
      sessionDurationSeconds: 3600,
      profile: 'prod',
    });
    expect(asked[0]?.pathname).toBe('/federation');
    expect(asked[0]?.searchParams.get('Action')).toBe('getSigninToken');
    expect(asked[0]?.searchParams.get('SessionDuration')).toBe('3600');
    expect(JSON.parse(asked[0]?.searchParams.get('Session') ?? '')).toEqual({
      sessionId: credentials.accessKeyId,
      sessionKey: credentials.secretAccessKey,
      sessionToken: credentials.sessionToken,
    });
    const link = new URL(result.ok ? result.value : 'x:');
    expect(link.origin).toBe(env.ROLECALL_SIGNIN_URL);
    expect(Object.fromEntries(link.searchParams)).toEqual({
      Action: 'login',
      Issuer: 'Rolecall',
      Destination: 'https://cn-north-1.console.amazonaws.cn/ec2/home?region=cn-north-1',
      SigninToken: 'tok/en+1',
    });
  });

  it('gives no SessionDuration unless asked, and goes to the console’s home in the default region', async () => {
    const { asked, ...env } = await endpoint(200, '{"SigninToken":"t"}');
    const result = await createSignIn({ env }).consoleLink(credentials, { partition: 'aws', profile: 'p' });
    expect(asked[0]?.searchParams.has('SessionDuration')).toBe(false);
    expect(new URL(result.ok ? result.value : 'x:').searchParams.get('Destination')).toBe(
      'https://us-east-1.console.aws.amazon.com/console/home?region=us-east-1',
    );
  });

  it.each([
    [400, '<html>no</html>', 'sign-in-refused'],
    [200, '<html>hello</html>', 'sign-in-refused'],
    [200, '{"SigninToken":""}', 'sign-in-refused'],
    [302, '', 'sign-in-refused'],
    [503, '', 'aws-error'],
    [200, 'x'.repeat(100_000), 'network'],
  ] as const)('status %i fails with no secret in it', async (status, body, kind) => {
    const { asked: _asked, ...env } = await endpoint(status, body);
    const result = await createSignIn({ env }).consoleLink(credentials, { partition: 'aws', profile: 'p' });
    expect(result).toMatchObject({ ok: false, failure: { kind, profile: 'p' } });
    expect(JSON.stringify(result)).not.toMatch(/se\/cr|to&ken|Session=/);
  });

  it('ends by the deadline and by the caller', async () => {
    const { asked: _asked, ...env } = await endpoint(200, undefined);
    const late = await createSignIn({ env, deadlineMs: 30 }).consoleLink(credentials, {
      partition: 'aws',
      profile: 'p',
    });
    expect(late).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    const gone = await createSignIn({ env }).consoleLink(
      credentials,
      { partition: 'aws', profile: 'p' },
      AbortSignal.abort(),
    );
    expect(gone).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  });

  it('sends nothing to a ROLECALL_SIGNIN_URL on another host', async () => {
    const env = { ROLECALL_SIGNIN_URL: 'https://signin.evil.example' };
    const result = await createSignIn({ env }).consoleLink(credentials, { partition: 'aws', profile: 'p' });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
  });

  it.each([
    ['aws-moon', undefined],
    ['aws', 'cn-north-1'],
    ['aws', 'evil.example/'],
  ])('refuses partition %s with region %s', async (partition, region) => {
    const result = await createSignIn({ env: {} }).consoleLink(credentials, { partition, region, profile: 'p' });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
  });
});
