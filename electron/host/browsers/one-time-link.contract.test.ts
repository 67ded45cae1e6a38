import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../core/fakes/fake-clock.ts';
import { createOneTimeLinks } from './one-time-link.ts';
import { isOwnPeer } from './peer-owner.ts';

const LINK = 'https://signin.aws.amazon.com/federation?SigninToken=canary';

async function offered(isOwn: Parameters<typeof createOneTimeLinks>[0]['isOwn'] = isOwnPeer) {
  const clock = createFakeClock();
  const links = createOneTimeLinks({ clock, isOwn });
  const offer = await links.offer(LINK);
  if (!offer.ok) throw new Error(offer.failure.message);
  return { clock, links, url: new URL(offer.value) };
}

type Offered = Awaited<ReturnType<typeof offered>>;

/** Status and where it leads; `gone` when nobody listens. */
function get(
  url: URL,
  { headers = {}, method = 'GET', path = url.pathname } = {},
): Promise<[number | 'gone', string?]> {
  return new Promise((resolve) => {
    const asked = request({ host: url.hostname, port: url.port, path, method, headers }, (answer) => {
      answer.resume();
      resolve([answer.statusCode ?? 0, ...(answer.headers.location ? [answer.headers.location] : [])] as [number]);
    });
    asked.on('error', () => resolve(['gone']));
    asked.end();
  });
}

describe('a one-time link', () => {
  it('leads on once, and holds nothing of where', async () => {
    const { url } = await offered();
    expect(url.hostname).toBe('127.0.0.1');
    expect(url.pathname).toMatch(/^\/[\w-]{43}$/);
    expect(url.href).not.toContain('canary');
    expect(await get(url)).toEqual([303, LINK]);
    expect(await get(url)).toEqual(['gone']);
  });

  it('is for one of two that come at once', async () => {
    const { url } = await offered();
    const both = await Promise.all([get(url), get(url)]);
    expect(both.filter(([status]) => status === 303)).toHaveLength(1);
  });

  it.each([
    { path: '/' },
    { path: '/favicon.ico' },
    { method: 'POST' },
    { method: 'HEAD' },
    { headers: { host: 'localhost' } },
    { headers: { host: 'evil.example' } },
    { headers: { origin: 'https://evil.example' } },
    { headers: { 'sec-purpose': 'prefetch' } },
    { headers: { 'sec-fetch-mode': 'no-cors' } },
  ])('refuses %j, and stays for the browser', async (how) => {
    const { url } = await offered();
    expect(await get(url, how)).toEqual([403]);
    expect(await get(url, { headers: { 'sec-fetch-mode': 'navigate' } })).toEqual([303, LINK]);
  });

  it('refuses another user, and whoever cannot be told', async () => {
    const other = await offered(async () => false);
    expect(await get(other.url)).toEqual([403]);
    other.links.takeBack();
    const unknown = await offered(() => Promise.reject(new Error('no table')));
    expect(await get(unknown.url)).toEqual([403]);
    unknown.links.takeBack();
  });

  it.each([
    ['taken', ({ url }: Offered) => get(url)],
    ['taken back', ({ links }: Offered) => links.takeBack()],
  ])('leaves no connection open that came beside the browser, once it is %s', async (_how, over) => {
    const offer = await offered();
    const beside = connect(Number(offer.url.port), offer.url.hostname);
    const closed = new Promise((resolve) => beside.once('close', resolve).resume());
    await new Promise((resolve) => beside.once('connect', resolve));
    await over(offer);
    await closed;
  });

  it('goes on after errors of its socket, of which there may be many', async () => {
    const { url } = await offered();
    let server: Server | undefined;
    const note = (message: unknown) => {
      server = (message as { server: Server }).server;
    };
    subscribe('http.server.request.start', note);
    await get(url, { path: '/' });
    unsubscribe('http.server.request.start', note);
    expect(server).toBeDefined();
    for (const code of ['EMFILE', 'ENFILE']) server?.emit('error', Object.assign(new Error(code), { code }));
    expect(await get(url)).toEqual([303, LINK]);
  });

  it('is gone after a minute, and when it is taken back', async () => {
    const late = await offered();
    await late.clock.advance(60_000);
    expect(await get(late.url)).toEqual(['gone']);
    const back = await offered();
    back.links.takeBack();
    expect(await get(back.url)).toEqual(['gone']);
  });
});

describe('whose connection it is', () => {
  const table = (local: string, remote: string, uid: number, state = '01') =>
    `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n   0: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000  ${uid}  0 1\n`;
  const ports = { peerPort: 0xc001, ownPort: 0x1f90 };

  it.each([
    [table('0100007F:C001', '0100007F:1F90', 1000), true],
    [table('0000000000000000FFFF00000100007F:C001', '0000000000000000FFFF00000100007F:1F90', 1000), true],
    [table('0100007F:C001', '0100007F:1F90', 0), true],
    [table('0100007F:C001', '0100007F:1F90', 1001), false],
    [table('0100007F:C001', '0100007F:1F91', 1000), false],
    [table('0200007F:C001', '0100007F:1F90', 1000), false],
    [table('0100007F:C001', '0100007F:1F90', 1000, '06'), false],
    ['', false],
  ])('%#', async (text, own) => {
    const folder = await mkdtemp(join(tmpdir(), 'rolecall-peer-'));
    writeFileSync(join(folder, 'tcp'), text);
    expect(await isOwnPeer(ports, [join(folder, 'tcp'), join(folder, 'none')], 1000)).toBe(own);
    await rm(folder, { recursive: true });
  });
});
