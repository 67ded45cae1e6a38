import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createAnswerListener } from './browser-answer.ts';

const path = '/oauth/callback';
const state = 'the-right-state';
let end = () => {};
afterEach(() => end());

async function listening() {
  const control = new AbortController();
  end = () => control.abort();
  const answer = await createAnswerListener(path).listen(state, control.signal);
  if (!answer.ok) throw new Error(answer.failure.message);
  const { redirectUri, code, close } = answer.value;
  const { port } = new URL(redirectUri);
  const send = (query: string, options: { method?: string; headers?: Record<string, string>; path?: string } = {}) =>
    new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, path: `${options.path ?? path}${query}`, agent: false, ...options },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
        },
      );
      sent.on('error', reject).end();
    });
  return { control, redirectUri, code, close, send, port: Number(port) };
}

describe('the browser’s answer', () => {
  it('is the code, once, and then nobody listens any more', async () => {
    const { redirectUri, code, send } = await listening();
    expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/);
    const page = await send(`?code=the-code&state=${state}`);
    expect(await code).toEqual({ ok: true, value: 'the-code' });
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('You can close this tab') });
    await expect(send(`?code=again&state=${state}`)).rejects.toThrow();
  });

  it('ends in a page that says nothing of the address and runs nothing', async () => {
    const { send } = await listening();
    const { text, headers } = await send(`?code=%3Cscript%3Ealert(1)%3C/script%3E&state=${state}`);
    expect(text).not.toMatch(/alert|<script|the-right-state/);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });

  it('leaves no connection open that the browser made ahead and never used', async () => {
    const { send, port } = await listening();
    const ahead = connect(port, '127.0.0.1');
    const closed = new Promise((resolve) => ahead.once('close', resolve).resume());
    await new Promise((resolve) => ahead.once('connect', resolve));
    await send(`?code=the-code&state=${state}`);
    await closed;
  });

  it('can be a refusal', async () => {
    const { send, code } = await listening();
    const { text } = await send(`?error=access_denied&error_description=no&state=${state}`);
    expect(text).toContain('Not signed in');
    expect(await code).toMatchObject({ ok: false, failure: { kind: 'sign-in-refused' } });
  });

  it.each<[string, string, object]>([
    ['a wrong state', '?code=c&state=wrong', {}],
    ['no state', '?code=c', {}],
    ['two states', `?code=c&state=${state}&state=${state}`, {}],
    ['two codes', `?code=c&code=d&state=${state}`, {}],
    ['neither code nor error', `?state=${state}`, {}],
    ['another path', `?code=c&state=${state}`, { path: '/oauth/callback/' }],
    ['a path that only begins so', `x?code=c&state=${state}`, {}],
    ['a POST', `?code=c&state=${state}`, { method: 'POST' }],
    ['a HEAD', `?code=c&state=${state}`, { method: 'HEAD' }],
    ['another host', `?code=c&state=${state}`, { headers: { Host: 'evil.example' } }],
    ['localhost', `?code=c&state=${state}`, { headers: { Host: 'localhost' } }],
    ['a page that fetches', `?code=c&state=${state}`, { headers: { Origin: 'https://evil.example' } }],
  ])('is not %s: refused without a word, and the right one still counts', async (_, query, options) => {
    const { send, code } = await listening();
    expect(await send(query, options)).toMatchObject({ status: 403, text: '' });
    await send(`?code=the-code&state=${state}`);
    expect(await code).toEqual({ ok: true, value: 'the-code' });
  });

  it('is not a request with two hosts', async () => {
    const { port } = await listening();
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.end(
          `GET ${path}?code=c&state=${state} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
        );
      });
      socket.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 40[03]/);
  });

  it('comes no more after a cancel', async () => {
    const { control, code, send } = await listening();
    control.abort();
    expect(await code).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    await expect(send(`?code=c&state=${state}`)).rejects.toThrow();
  });
});
