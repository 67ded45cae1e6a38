import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { createPlace, launch, type Program } from './harness/program.ts';
import { expect, test } from './harness/test.ts';
import { optionNamed } from './harness/windows.ts';
import { awsCredentialsFor } from './sandbox/aws-config.ts';
import type { FaultEffect } from './sandbox/faults.ts';
import { type CompanyCertificates, makeCertificates } from './sandbox/network/certificates.ts';
import { type ConnectProxy, startConnectProxy } from './sandbox/network/connect-proxy.ts';
import { type HttpsFront, startHttpsFront } from './sandbox/network/https-front.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/**
 * One program, and one profile for each way to AWS: it names its endpoint and
 * its certificates itself, and the proxy serves the hosts that `NO_PROXY` does
 * not name. Whatever is wrong with one way, a credential that is there is
 * handed out, and a new one comes or says why not.
 */
const proxyPassword = 'canary-p@ssword';
const deadlineMs = 2000;

/** What each failure says. Each text must fit its own pattern and no other: a message that fits two explains neither. */
const says = {
  throttling: /AWS is limiting requests for this account/,
  '503': /AWS had an internal error \(503 ServiceUnavailable\)/,
  cut: /STS of AWS could not be reached: the connection was cut/,
  silence: /STS of AWS did not answer within 2 seconds/,
  'no such name': /STS of AWS could not be reached: its name could not be resolved/,
  'unknown CA': /certificate was issued by somebody this computer does not trust .*AWS_CA_BUNDLE/,
  'proxy wants a user': /The proxy 127\.0\.0\.1:\d+ wants a user name and password/,
  'proxy refuses': /The proxy 127\.0\.0\.1:\d+ refused to connect to STS of AWS \(403\)/,
} as const;

let folder: string;
let company: CompanyCertificates;
let https: HttpsFront;
let proxy: ConnectProxy;
let rolecall: Program;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rc-faults-'));
  company = makeCertificates(folder);
  const statuses: Record<string, number> = { 'forbidden.invalid': 403, 'unknown-user.invalid': 407 };
  proxy = await startConnectProxy({
    user: 'ada',
    password: proxyPassword,
    resolvesToHere: true,
    refuses: (hostname) => statuses[hostname],
  });
  const through = proxy.url.replace('//', `//ada:${encodeURIComponent(proxyPassword)}@`);
  const place = await createPlace({
    config: () => '',
    // Adding a key would ask AWS at the one endpoint that all profiles share.
    credentials: (sandbox) => awsCredentialsFor(sandbox, ['bob']),
    env: {
      AWS_ENDPOINT_URL_STS: undefined,
      ROLECALL_AWS_DEADLINE_MS: `${deadlineMs}`,
      HTTPS_PROXY: through,
      http_proxy: through,
      NO_PROXY: '127.0.0.1,nowhere.invalid',
    },
  });
  https = await startHttpsFront(place.sandbox.endpoints.sts, company);
  writeFileSync(place.configFile, configOf(place.sandbox));
  rolecall = await launch(place);
  expect((await credentials('cached')).body).toContain('ASIA');
});

test.afterAll(async () => {
  await rolecall?.close();
  await Promise.all([https?.close(), proxy?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

function configOf(sandbox: Sandbox): string {
  const { port } = new URL(sandbox.endpoints.sts);
  const role = `role_arn = ${sandbox.role('ReadOnly').arn}\nsource_profile = bob\nregion = eu-central-1\n`;
  const ways: Record<string, string> = {
    cached: `endpoint_url = ${sandbox.endpoints.sts}`,
    plain: `endpoint_url = ${sandbox.endpoints.sts}`,
    company: `endpoint_url = ${https.url}\nca_bundle = ${company.caFile}`,
    'unknown-ca': `endpoint_url = ${https.url}`,
    'no-name': `endpoint_url = http://sts.nowhere.invalid:${port}`,
    proxied: `endpoint_url = http://sts.behind.invalid:${port}`,
    'proxy-refuses': `endpoint_url = http://forbidden.invalid:${port}`,
    'proxy-wants-user': `endpoint_url = http://unknown-user.invalid:${port}`,
  };
  const profiles = Object.entries(ways).map(([name, way]) => `[profile ${name}]\n${role}${way}\n`);
  return [`[profile bob]\nregion = eu-central-1\nendpoint_url = ${sandbox.endpoints.sts}\n`, ...profiles].join('\n');
}

/** What `credential_process` asks, without the time that a process takes to start. */
async function credentials(profile: string): Promise<{ status: number; body: string; tookMs: number }> {
  const startedAt = performance.now();
  const socketPath = join(rolecall.env.XDG_RUNTIME_DIR ?? '', 'rolecall/rolecall.sock');
  const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
    const asked = request({ socketPath, path: `/credentials?profile=${profile}` }, async (response) =>
      resolve({ status: response.statusCode ?? 0, body: await textOf(response) }),
    );
    asked.on('error', reject);
    asked.end();
  });
  return { ...answer, tookMs: performance.now() - startedAt };
}

/** A new credential is asked for; while that is under way, one that is there must not wait for it. */
async function asked(profile: string): Promise<string> {
  const fresh = rolecall.cli(['credentials', profile]);
  const cached = await credentials('cached');
  expect(JSON.parse(cached.body)).toMatchObject({ Version: 1, AccessKeyId: expect.stringMatching(/^ASIA/) });
  const { status, stdout, stderr } = await fresh;
  const after = await credentials('cached');
  expect(after.body).toBe(cached.body);
  test.info().annotations.push({
    type: 'cached',
    description: `${profile}: ${cached.tookMs.toFixed(1)} and ${after.tookMs.toFixed(1)} ms`,
  });
  expect(stderr + stdout).not.toContain(proxyPassword);
  expect(stderr + stdout).not.toContain(encodeURIComponent(proxyPassword));
  return status === 0 ? 'ok' : stderr.replaceAll(/\s+/g, ' ');
}

function expectOnly(kind: keyof typeof says, said: string): void {
  const fitting = Object.entries(says).filter(([, pattern]) => pattern.test(said));
  expect(
    fitting.map(([name]) => name),
    said,
  ).toEqual([kind]);
}

const faults: readonly (readonly [string, FaultEffect, keyof typeof says])[] = [
  ['throttling', { kind: 'throttle' }, 'throttling'],
  ['5xx', { kind: 'error', status: 503, code: 'ServiceUnavailable', message: 'later' }, '503'],
  ['resets', { kind: 'drop' }, 'cut'],
  ['a black hole', { kind: 'hang' }, 'silence'],
  ['a half-closed connection', { kind: 'half-close' }, 'cut'],
  ['one byte a second', { kind: 'trickle', msPerByte: 1000 }, 'silence'],
];

for (const [name, fault, kind] of faults) {
  test(`${name}: what is there is handed out, and the rest says why not`, async () => {
    rolecall.sandbox.faults.add({ ...fault, service: 'sts' });
    expectOnly(kind, await asked('plain'));
    rolecall.sandbox.faults.clear();
  });
}

test('no DNS', async () => {
  expectOnly('no such name', await asked('no-name'));
});

test('a proxy, with a name and a password', async () => {
  expect(await asked('proxied')).toBe('ok');
  expect(proxy.tunnels()).toEqual([expect.stringMatching(/^sts\.behind\.invalid:\d+$/)]);
});

test('a company’s CA', async () => {
  expect(await asked('company')).toBe('ok');
});

test('a CA that nobody knows', async () => {
  expectOnly('unknown CA', await asked('unknown-ca'));
});

test('a proxy that refuses', async () => {
  expectOnly('proxy refuses', await asked('proxy-refuses'));
  expectOnly('proxy wants a user', await asked('proxy-wants-user'));
});

test('a fault that passes is not noticed', async () => {
  rolecall.sandbox.faults.add({ kind: 'drop', service: 'sts', times: 1 });
  expect(await asked('plain')).toBe('ok');
});

test('the popover says what is wrong in its place', async () => {
  const popover = await rolecall.window('popover');
  const row = optionNamed(popover, 'unknown-ca');
  await expect(row).toHaveAccessibleName(/failed: STS of AWS could not be reached safely/);
  await expect(row).toHaveAccessibleDescription(/AWS_CA_BUNDLE/);
  expect(rolecall.output()).not.toContain(proxyPassword);
});

test('the system’s proxy, where the environment names none', async ({ program }) => {
  const systems = await startConnectProxy({ resolvesToHere: true });
  const alone = await program({
    config: (sandbox) => configOf(sandbox),
    credentials: (sandbox) => awsCredentialsFor(sandbox, ['bob']),
    env: { AWS_ENDPOINT_URL_STS: undefined },
    // What Chromium takes from the desktop's settings otherwise.
    args: ['--hidden', `--proxy-server=${new URL(systems.url).host}`],
  });
  const { status, stderr } = await alone.cli(['credentials', 'proxied']);
  expect(status, stderr).toBe(0);
  expect(systems.tunnels()).toEqual([expect.stringMatching(/^sts\.behind\.invalid:\d+$/)]);
  await systems.close();
});
