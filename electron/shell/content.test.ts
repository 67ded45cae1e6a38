import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContentResponder, contentResponder, contentSecurityPolicy } from './content.ts';

let top: string;
let respond: ContentResponder;

beforeAll(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'rolecall-content-'));
  await mkdir(path.join(top, 'renderer', 'chunks'), { recursive: true });
  await writeFile(path.join(top, 'secret.html'), 'SECRET');
  await writeFile(path.join(top, 'renderer', 'popover.html'), '<!doctype html>');
  await writeFile(path.join(top, 'renderer', 'popover.js.map'), '{}');
  await writeFile(path.join(top, 'renderer', 'chunks', 'a.js'), 'export {}');
  await symlink(path.join(top, 'secret.html'), path.join(top, 'renderer', 'link.html'));
  respond = contentResponder(path.join(top, 'renderer'));
});
afterAll(() => rm(top, { recursive: true }));

const get = (url: string) => respond({ method: 'GET', url });

describe('contentResponder', () => {
  it('serves the built pages with their type, the policy and nosniff', async () => {
    const page = await get('app://rolecall/popover.html');
    expect(page.status).toBe(200);
    expect(await page.text()).toBe('<!doctype html>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const script = await get('app://rolecall/chunks/a.js?x=1');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    'app://rolecall/',
    'app://rolecall/chunks',
    'app://rolecall/../secret.html',
    'app://rolecall/..%2fsecret.html',
    'app://rolecall/%2e%2e/secret.html',
    'app://rolecall//etc/passwd',
    'app://rolecall/popover.html%00',
    'app://rolecall/popover.js.map',
    'app://rolecall/link.html',
    'app://other/popover.html',
    'not a url',
  ])('refuses %s, with the policy', async (url) => {
    const answer = await get(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });

  it('answers GET only', async () => {
    expect((await respond({ method: 'POST', url: 'app://rolecall/popover.html' })).status).toBe(405);
  });
});
