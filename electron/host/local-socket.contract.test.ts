import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request, type Server } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../core/failure.ts';
import { failed, ok } from '../core/result.ts';
import { callProgram } from './local-client.ts';
import { type HandleCall, type LocalSocket, type LocalSocketOptions, serveLocalSocket } from './local-socket.ts';

let folder: string;
let path: string;
let open: LocalSocket[] = [];
const umask = process.umask();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rc-'));
  path = join(folder, 'run', 'rolecall.sock');
});
afterEach(async () => {
  process.umask(umask);
  await Promise.all(open.map((socket) => socket.close()));
  open = [];
  rmSync(folder, { recursive: true, force: true });
});

const echo: HandleCall = async (name, input) => ok({ name, input });
async function serve(handle: HandleCall, options: Partial<LocalSocketOptions> = {}) {
  const served = await serveLocalSocket({ path, handle, own: [], ...options });
  if (served.ok) open.push(served.value);
  return served;
}

/** One raw request; resolves with status and text, or `cut` when the connection was. */
function ask(
  method: string,
  target: string,
  { body = '', headers = {} }: { body?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; text: string } | 'cut'> {
  return new Promise((resolve) => {
    const sent = request({ socketPath: path, path: target, method, headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', () => resolve('cut'));
    });
    sent.on('error', () => resolve('cut'));
    sent.end(body);
  });
}

describe('calls', () => {
  it('reach the handler with who asks, and the result comes back', async () => {
    let asker: unknown;
    await serve(async (_name, _input, context) => {
      asker = context.asker;
      return ok({ signedOut: ['a'] });
    });
    expect(await callProgram(path, 'signOut', {})).toEqual(ok({ signedOut: ['a'] }));
    expect(asker).toMatchObject({ through: 'command', program: { pid: process.pid }, parent: { pid: process.ppid } });
  });

  it('carry failures as values', async () => {
    const lost = failure('profile-not-found', 'There is no profile x.', 'Check its name.');
    await serve(async () => failed(lost));
    expect(await callProgram(path, 'switchProfile', { profile: 'x' })).toEqual(failed(lost));
  });

  it('refuse names that are not the socket’s to call, all alike', async () => {
    await serve(echo);
    for (const target of [
      '/call/answerQuestion',
      '/call/nothing',
      '/call/constructor',
      '/call/',
      '/',
      '/call/quit/x',
    ]) {
      expect(await ask('POST', target)).toEqual({ status: 404, text: '' });
    }
    expect(await ask('GET', '/call/quit')).toEqual({ status: 404, text: '' });
    expect(await ask('POST', '/call/quit', { headers: { origin: 'https://evil.example' } })).toMatchObject({
      status: 404,
    });
  });

  it('refuse what is not JSON, and what is too long', async () => {
    await serve(echo);
    expect(await ask('POST', '/call/quit', { body: '{' })).toMatchObject({
      status: 200,
      text: expect.stringContaining('bad-input'),
    });
    const long = await ask('POST', '/call/quit', { body: 'x'.repeat(100_000) });
    expect(long === 'cut' || long.status === 413).toBe(true);
    expect(await ask('POST', '/call/quit', { headers: { x: 'y'.repeat(20_000) } })).toBe('cut');
    expect(await ask('POST', '/call/quit')).toMatchObject({ status: 200 });
  });

  it('tell the handler when the caller gives up', async () => {
    const controller = new AbortController();
    const aborted = new Promise<void>((resolve) => {
      void serve(
        (_name, _input, { signal }) =>
          new Promise(() => {
            signal.addEventListener('abort', resolve);
            controller.abort();
          }),
      ).then(() => callProgram(path, 'quit', {}, controller.signal));
    });
    await aborted;
    expect(await callProgram(path, 'quit', {}, controller.signal)).toMatchObject({ failure: { kind: 'cancelled' } });
  });
});

describe('credentials for scripts', () => {
  it('are the bare JSON', async () => {
    await serve(echo);
    expect(await ask('GET', '/credentials?profile=a%20%26b')).toEqual({
      status: 200,
      text: '{"name":"credentials","input":{"profile":"a &b"}}\n',
    });
    expect(await ask('GET', '/credentials')).toMatchObject({ text: '{"name":"credentials","input":{}}\n' });
  });

  it('or two lines that cannot drive a terminal', async () => {
    await serve(async () => failed(failure('signed-out', 'a\u001b[2J\nb', 'c\rd')));
    expect(await ask('GET', '/credentials')).toEqual({ status: 403, text: 'a\uFFFD[2J\uFFFDb\nc\uFFFDd\n' });
  });
});

describe('the socket', () => {
  it.each([0o000, 0o077])('is private under umask %o', async (mask) => {
    process.umask(mask);
    await serve(echo);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'run')).mode & 0o777).toBe(0o700);
  });

  it('closes a directory that others may read', async () => {
    mkdirSync(join(folder, 'run'), { mode: 0o755 });
    expect(await serve(echo)).toMatchObject({ ok: true });
    expect(statSync(join(folder, 'run')).mode & 0o777).toBe(0o700);
  });

  it('refuses a directory that others may write, or that is not its own', async () => {
    mkdirSync(join(folder, 'run'));
    chmodSync(join(folder, 'run'), 0o777);
    expect(await serve(echo)).toMatchObject({ failure: { message: expect.stringContaining('may write') } });
    chmodSync(join(folder, 'run'), 0o700);
    expect(await serve(echo, { ownUid: 4242 })).toMatchObject({
      failure: { message: expect.stringContaining('another user') },
    });
    rmSync(join(folder, 'run'), { recursive: true });
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('elsewhere', join(folder, 'run'));
    expect(await serve(echo)).toMatchObject({ failure: { message: expect.stringContaining('not a directory') } });
  });

  it('takes the place of one that nobody answers at, and of no other', async () => {
    mkdirSync(join(folder, 'run'), { mode: 0o700 });
    // A name that is bound but whose listener is gone: rename keeps it from being removed on close.
    const dead = createServer();
    await new Promise<void>((resolve) => dead.listen(`${path}.old`, resolve));
    const { renameSync } = await import('node:fs');
    renameSync(`${path}.old`, path);
    await new Promise((resolve) => dead.close(resolve));
    expect(lstatSync(path).isSocket()).toBe(true);
    expect(await serve(echo)).toMatchObject({ ok: true });
    expect(await serve(echo)).toMatchObject({ failure: { message: expect.stringContaining('another Rolecall') } });
    expect(await callProgram(path, 'quit', {})).toMatchObject({ ok: true });
  });

  it('never removes a file that is no socket', async () => {
    mkdirSync(join(folder, 'run'), { mode: 0o700 });
    writeFileSync(path, 'precious');
    expect(await serve(echo)).toMatchObject({ ok: false });
    expect(lstatSync(path).isFile()).toBe(true);
  });

  it('says when its path is too long', async () => {
    const served = await serveLocalSocket({ path: join(folder, 'x'.repeat(120), 's'), handle: echo, own: [] });
    expect(served).toMatchObject({ failure: { remedy: expect.stringContaining('shorter path') } });
  });

  it('is gone after close, and a call then says that nothing runs', async () => {
    const served = await serve(echo);
    if (served.ok) await served.value.close();
    expect(existsSync(path)).toBe(false);
    expect(await callProgram(path, 'quit', {})).toMatchObject({ failure: { kind: 'program-unreachable' } });
  });
});

describe('strangers and floods', () => {
  it.each([
    ['another user', () => ({ pid: 1, uid: 4242 })],
    ['nobody the system knows', () => undefined],
  ])('%s is cut off and written down', async (_name, peerOf) => {
    const refused: string[] = [];
    await serve(echo, {
      onRefused: (why) => refused.push(why),
      loadPeers: async () => ({ peerOf, processOf: async () => undefined }),
    });
    expect(await ask('POST', '/call/quit')).toBe('cut');
    expect(refused).toHaveLength(1);
  });

  it('cuts a connection that says nothing, or too slowly', async () => {
    await serve(echo, { arrivalMs: 30 });
    const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', () => resolve('closed')).resume());
    const silent = connect(path);
    const slow = connect(path);
    slow.write('POST /call/quit HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{');
    expect(await Promise.all([closed(silent), closed(slow)])).toEqual(['closed', 'closed']);
  });

  it('does not cut a caller that waits for a person', async () => {
    let reached = () => {};
    let release = () => {};
    const atWork = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const answered = new Promise<void>((resolve) => {
      release = resolve;
    });
    const handle: HandleCall = async () => {
      reached();
      await answered;
      return ok({});
    };
    await serve(handle, { arrivalMs: 1_000 });
    const waiting = callProgram(path, 'quit', {});
    await atWork;
    const idle = connect(path);
    await new Promise((resolve) => idle.once('close', resolve).resume());
    release();
    expect(await waiting).toMatchObject({ ok: true });
  });

  it('answers 100 callers at once, with 300 idle ones beside them', async () => {
    await serve(echo);
    const idle = Array.from({ length: 300 }, () => connect(path).on('error', () => {}));
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask('GET', '/credentials?profile=p')));
    expect(answers.every((each) => each !== 'cut' && each.status === 200)).toBe(true);
    for (const socket of idle) socket.destroy();
  });

  it('goes on after errors of its socket, of which there may be many', async () => {
    await serve(echo);
    let server: Server | undefined;
    const note = (message: unknown) => {
      server = (message as { server: Server }).server;
    };
    subscribe('http.server.request.start', note);
    await ask('POST', '/call/quit');
    unsubscribe('http.server.request.start', note);
    // An error that nobody hears would throw here, and end the program.
    for (const code of ['EMFILE', 'ENFILE']) server?.emit('error', Object.assign(new Error(code), { code }));
    expect(server).toBeDefined();
    expect(await ask('POST', '/call/quit')).toMatchObject({ status: 200 });
  });

  it('survives nonsense', async () => {
    await serve(echo);
    const junk = [
      '\0\0\0',
      'GET',
      'GET / HTTP/9.9\r\n\r\n',
      'POST /call/quit HTTP/1.1\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
      'CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n',
    ];
    await Promise.all(
      junk.map(
        (bytes) =>
          new Promise((resolve) =>
            connect(path)
              .on('error', () => {})
              .once('close', resolve)
              .resume()
              .end(bytes),
          ),
      ),
    );
    expect(await ask('POST', '/call/quit')).toMatchObject({ status: 200 });
  });
});
