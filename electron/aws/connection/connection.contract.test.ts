import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CompanyCertificates, makeCertificates } from '../../../e2e/sandbox/network/certificates.ts';
import { type ConnectProxyOptions, startConnectProxy } from '../../../e2e/sandbox/network/connect-proxy.ts';
import { startHttpsFront } from '../../../e2e/sandbox/network/https-front.ts';
import { serve } from '../../../e2e/sandbox/network/serve.ts';
import { startSleepyRelay } from '../../../e2e/sandbox/network/sleepy-relay.ts';
import { createSandbox, type Sandbox } from '../../../e2e/sandbox/sandbox.ts';
import { createFakeClock } from '../../core/fakes/fake-clock.ts';
import { createAwsClock } from '../../core/time/aws-clock.ts';
import { createSignIn } from '../sign-in.ts';
import { createSts } from '../sts.ts';
import { type ConnectionParts, createAwsConnection } from './connection.ts';

let aws: Sandbox;
let folder: string;
let company: CompanyCertificates;
let stranger: CompanyCertificates;
const ending: (() => Promise<void>)[] = [];

beforeAll(async () => {
  aws = await createSandbox();
  folder = mkdtempSync(join(tmpdir(), 'rc-connection-'));
  for (const name of ['ours', 'theirs']) mkdirSync(join(folder, name));
  company = makeCertificates(join(folder, 'ours'));
  stranger = makeCertificates(join(folder, 'theirs'), 'DNS:elsewhere.invalid');
});
afterAll(async () => {
  await aws.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  aws.faults.clear();
  aws.clock.reset();
  for (const end of ending.splice(0)) await end();
});

const deadlineMs = 4_000;

/** Asks STS at `url` who signs, over a connection of its own. */
async function ask(url: string, env: Record<string, string> = {}, parts: ConnectionParts = {}) {
  const connection = createAwsConnection({ env, ...parts });
  const sts = createSts({ env: { ...env, AWS_ENDPOINT_URL_STS: url }, connection, deadlineMs, maxAttempts: 2 });
  const result = await sts.getCallerIdentity(aws.user('ada'), { profile: 'p', region: 'eu-west-1' });
  return result.ok ? 'ok' : `${result.failure.kind}: ${result.failure.message} ${result.failure.remedy}`;
}

async function proxy(options: ConnectProxyOptions = {}) {
  const started = await startConnectProxy(options);
  ending.push(started.close);
  return started;
}

async function https(certificates: CompanyCertificates) {
  const front = await startHttpsFront(aws.endpoints.sts, certificates);
  ending.push(front.close);
  return front.url;
}

describe('through a proxy', () => {
  it('reaches AWS, which sees nothing of it', async () => {
    const { url, tunnels } = await proxy();
    expect(await ask(aws.endpoints.sts, { HTTP_PROXY: url })).toBe('ok');
    expect(tunnels()).toEqual([new URL(aws.endpoints.sts).host]);
  });

  it('with https to the end, and a user of the proxy', async () => {
    const { url, tunnels } = await proxy({ user: 'ada', password: 'p@ss' });
    const named = url.replace('//', '//ada:p%40ss@');
    expect(await ask(await https(company), { HTTPS_PROXY: named, AWS_CA_BUNDLE: company.caFile })).toBe('ok');
    expect(tunnels()).toHaveLength(1);
  });

  it('of the system', async () => {
    const { url, tunnels } = await proxy({ resolvesToHere: true });
    const systemProxy = async () => `PROXY ${new URL(url).host}; DIRECT`;
    const host = aws.endpoints.sts.replace('127.0.0.1', 'sts.nowhere.invalid');
    expect(await ask(host, {}, { systemProxy })).toBe('ok');
    expect(tunnels()).toEqual([new URL(host).host]);
  });

  it.each([
    ['wants a user', { user: 'ada', password: 'x' }, /wants a user name and password.*407.*HTTPS_PROXY/],
    ['refuses the host', { refuses: () => 403 }, /refused to connect to STS of AWS \(403\).*NO_PROXY/],
  ])('that %s says so', async (_name, options, text) => {
    const { url } = await proxy(options);
    const said = await ask(aws.endpoints.sts, { HTTP_PROXY: url.replace('//', '//eve:canary-password@') });
    expect(said).toMatch(text);
    expect(said).toMatch(/^network: /);
    expect(said).not.toContain('canary-password');
  });

  it('that is not there is named', async () => {
    const { url, close } = await startConnectProxy();
    await close();
    const said = await ask(aws.endpoints.sts, { HTTP_PROXY: url.replace('//', '//eve:canary-password@') });
    expect(said).toContain(`through the proxy ${new URL(url).host}: the connection was refused`);
    expect(said).not.toContain('canary-password');
  });

  it('that hangs up is named', async () => {
    const rude = await serve(createServer((socket) => socket.once('data', () => socket.end())));
    ending.push(rude.close);
    expect(await ask(aws.endpoints.sts, { HTTP_PROXY: `http://127.0.0.1:${rude.port}` })).toContain(
      `through the proxy 127.0.0.1:${rude.port}: the connection was cut`,
    );
  });

  it('or around it', async () => {
    const { url, tunnels } = await proxy();
    expect(await ask(aws.endpoints.sts, { HTTP_PROXY: url, no_proxy: '127.0.0.0/8' })).toBe('ok');
    expect(tunnels()).toEqual([]);
  });

  it('to the console sign-in, too', async () => {
    const { url, tunnels } = await proxy();
    const env = { HTTP_PROXY: url, ROLECALL_SIGNIN_URL: aws.endpoints.signin };
    const keys = { ...aws.user('ada'), sessionToken: 'none', expiresAt: 0 };
    await createSignIn({ env }).consoleLink(keys, { partition: 'aws', profile: 'p' });
    expect(tunnels()).toEqual([new URL(aws.endpoints.signin).host]);
  });
});

describe('certificates', () => {
  it('of a company are trusted when AWS_CA_BUNDLE or the profile names them', async () => {
    const url = await https(company);
    expect(await ask(url, { AWS_CA_BUNDLE: company.caFile })).toBe('ok');
    expect(await ask(url, {}, { caBundleOf: () => company.caFile })).toBe('ok');
  });

  it('that nobody vouches for are refused, with AWS_CA_BUNDLE as the remedy', async () => {
    const said = await ask(await https(company));
    expect(said).toMatch(/^network: .*issued by somebody this computer does not trust.*AWS_CA_BUNDLE/);
  });

  it('of another CA than the one that was named are refused', async () => {
    expect(await ask(await https(company), { AWS_CA_BUNDLE: stranger.caFile })).toMatch(/does not trust/);
  });

  it('for another name are refused', async () => {
    expect(await ask(await https(stranger), { AWS_CA_BUNDLE: stranger.caFile })).toMatch(
      /certificate for another name/,
    );
  });

  it.each([
    ['is not there', undefined, /none\.pem, which AWS_CA_BUNDLE names, could not be read \(ENOENT\)/],
    ['holds none', 'no certificate', /could not be read \(NO_CERTIFICATE\)/],
  ])('a bundle that %s is named', async (_name, content, text) => {
    const file = join(folder, 'none.pem');
    if (content) writeFileSync(file, content);
    expect(await ask(await https(company), { AWS_CA_BUNDLE: file })).toMatch(text);
  });

  it('plain http where https is spoken', async () => {
    expect(await ask(aws.endpoints.sts.replace('http:', 'https:'))).toMatch(/encrypted connection could not be set up/);
  });
});

describe('AWS’s time', () => {
  it('is learned from a success, and signs the next request', async () => {
    const clock = createFakeClock(Date.now());
    const awsClock = createAwsClock({ clock });
    aws.clock.advance(30 * 60_000);
    const connection = createAwsConnection({ env: {}, awsClock });
    const sts = createSts({ env: aws.environment, connection });
    const who = () => sts.getCallerIdentity(aws.user('ada'), { profile: 'p', region: 'eu-west-1' });
    expect(await who()).toMatchObject({ ok: true });
    const refusals = () => aws.requests().filter(({ errorCode }) => errorCode !== undefined).length;
    const refusedFirst = refusals();
    expect(Math.round(awsClock.aheadMs() / 60_000)).toBe(30);
    expect(await who()).toMatchObject({ ok: true });
    expect(refusals()).toBe(refusedFirst);
  });

  it.each([300, -300])('is learned from a clock that is %d days off', async (days) => {
    const awsClock = createAwsClock({ clock: createFakeClock(Date.now()) });
    aws.clock.advance(days * 86_400_000);
    const sts = createSts({ env: aws.environment, connection: createAwsConnection({ env: {}, awsClock }) });
    const who = () => sts.getCallerIdentity(aws.user('ada'), { profile: 'p', region: 'eu-west-1' });
    expect(await who()).toMatchObject({ ok: true });
    expect(Math.round(awsClock.aheadMs() / 86_400_000)).toBe(days);
  });

  it('is corrected within the request when it was wrong itself', async () => {
    const clock = createFakeClock(Date.now());
    const awsClock = createAwsClock({ clock });
    awsClock.answered({ dateAt: Date.now() + 40 * 60_000, sentSteadyMs: clock.steadyMs() });
    const sts = createSts({ env: aws.environment, connection: createAwsConnection({ env: {}, awsClock }) });
    expect(await sts.getCallerIdentity(aws.user('ada'), { profile: 'p' })).toMatchObject({ ok: true });
    expect(awsClock.aheadMs()).toBe(0);
  });

  it('is learned before the first code is sent, which a wrong clock would cost', async () => {
    const awsClock = createAwsClock({ clock: createFakeClock(Date.now()) });
    aws.clock.advance(30 * 60_000);
    const sts = createSts({ env: aws.environment, connection: createAwsConnection({ env: {}, awsClock }) });
    const code = { mfaSerial: aws.user('ada').mfaSerial, mfaCode: aws.totp('ada') };
    expect(await sts.getSessionToken(code, aws.user('ada'), { profile: 'p' })).toMatchObject({ ok: true });
    expect(aws.requests().filter(({ action }) => action === 'GetSessionToken')).toHaveLength(1);
  });

  it('is asked for without a signature, and not where AWS was never reached', async () => {
    const clock = createFakeClock(Date.now());
    const awsClock = createAwsClock({ clock });
    const connection = createAwsConnection({ env: {}, awsClock });
    await connection.askTime();
    expect(awsClock.isMeasured()).toBe(false);
    await createSts({ env: aws.environment, connection }).getCallerIdentity(aws.user('ada'), { profile: 'p' });
    aws.clock.advance(60 * 60_000);
    await connection.askTime();
    expect(Math.round(awsClock.aheadMs() / 60_000)).toBe(60);
    expect(aws.requests().at(-1)?.accessKeyId).toBeUndefined();
  });
});

describe('a request that cannot be answered ends', () => {
  it.each([
    ['throttling', { kind: 'throttle' }, /^throttled: /],
    ['a server error', { kind: 'error', status: 503, code: 'ServiceUnavailable', message: '' }, /^aws-error: .*503/],
    ['a reset', { kind: 'drop' }, /^network: .*the connection was cut/],
    ['silence', { kind: 'hang' }, /^timeout: /],
    ['half an answer', { kind: 'half-close' }, /^network: .*the connection was cut/],
    ['a byte now and then', { kind: 'trickle', msPerByte: 1000 }, /^timeout: .*did not answer within 4 seconds/],
  ] as const)('after %s', async (_name, fault, text) => {
    aws.faults.add(fault);
    expect(await ask(aws.endpoints.sts)).toMatch(text);
  });

  it('says that AWS throttles, not that it was silent, when the time is up between two attempts', async () => {
    aws.faults.add({ kind: 'throttle' });
    const sts = createSts({ env: aws.environment, deadlineMs: 400, maxAttempts: 50 });
    const result = await sts.getCallerIdentity(aws.user('ada'), { profile: 'p' });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'throttled' } });
  });

  it('for a name that does not exist', async () => {
    expect(await ask('https://sts.nowhere.invalid')).toMatch(/^network: .*name could not be resolved/);
  });
});

describe('a connection that was left idle, and died without a word', () => {
  async function idle(maxAttempts: number) {
    const relay = await startSleepyRelay(aws.endpoints.sts);
    ending.push(relay.close);
    const awsClock = createAwsClock({ clock: createFakeClock(Date.now()) });
    const connection = createAwsConnection({ env: {}, awsClock });
    const env = { AWS_ENDPOINT_URL_STS: relay.url };
    const sts = createSts({ env, connection, deadlineMs, maxAttempts });
    const who = () => sts.getCallerIdentity(aws.user('ada'), { profile: 'p' });
    expect(await who()).toMatchObject({ ok: true });
    relay.freeze();
    return { connection, sts, who };
  }

  it('is not used after a sleep', async () => {
    const { connection, who } = await idle(1);
    connection.dropIdle();
    expect(await who()).toMatchObject({ ok: true });
  });

  it('never gets a code, which could not be sent again', async () => {
    // A step of the device that no other test has used.
    aws.clock.advance(40 * 60_000);
    const { sts } = await idle(2);
    const code = { mfaSerial: aws.user('ada').mfaSerial, mfaCode: aws.totp('ada') };
    expect(await sts.getSessionToken(code, aws.user('ada'), { profile: 'p' })).toMatchObject({ ok: true });
  });
});
