import { afterAll, beforeAll, expect, it } from 'vitest';
import { startControl } from './control.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

let sandbox: Sandbox;
let control: Awaited<ReturnType<typeof startControl>>;
beforeAll(async () => {
  sandbox = await createSandbox();
  control = await startControl(sandbox);
});
afterAll(() => Promise.all([sandbox.close(), control.close()]));

const post = async (path: string, value: unknown, headers = {}) =>
  fetch(`${control.url}/${path}`, { method: 'POST', body: JSON.stringify(value), headers });

it('moves the clock', async () => {
  const before = sandbox.clock.now();
  expect((await post('clock', { advanceMs: 3_600_000 })).status).toBe(200);
  expect(sandbox.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
  await post('clock', { reset: true });
  expect(sandbox.clock.now() - before).toBeLessThan(3_600_000);
});

it('injects and clears faults, and lists requests', async () => {
  expect((await post('faults', { kind: 'error', status: 503, code: 'X', message: 'x' })).status).toBe(200);
  expect((await fetch(`${sandbox.endpoints.signin}/federation`)).status).toBe(503);
  await post('faults', { clear: true });
  expect((await fetch(`${sandbox.endpoints.signin}/federation`)).status).toBe(400);
  const requests = await (await fetch(`${control.url}/requests`)).json();
  expect(requests).toMatchObject([{ status: 503, errorCode: 'X', fault: 'error' }, { status: 400 }]);
});

it('shows a user’s code', async () => {
  expect(await (await fetch(`${control.url}/totp/ada`)).json()).toEqual({ code: expect.stringMatching(/^\d{6}$/) });
});

it('refuses what it does not know, and pages in a browser', async () => {
  expect((await post('faults', { kind: 'earthquake' })).status).toBe(400);
  expect((await post('clock', {})).status).toBe(400);
  expect((await post('nothing', {})).status).toBe(404);
  expect((await post('clock', { advanceMs: 1 }, { origin: 'https://example.com' })).status).toBe(403);
});

it('plays the person at the browser and the administrator, and counts', async () => {
  expect((await post('identity-center', { do: 'answer-all', answer: 'approve' })).status).toBe(200);
  const account = { id: '777788889999', name: 'New', email: 'new@acme.example', roles: ['Admin'] };
  expect((await post('identity-center', { do: 'put-account', account })).status).toBe(200);
  expect((await post('identity-center', { do: 'remove-account', id: '012345678901' })).status).toBe(200);
  expect(await (await fetch(`${control.url}/identity-center`)).json()).toEqual({
    startUrl: sandbox.identityCenter.startUrl,
    region: 'eu-central-1',
    pending: [],
    organization: sandbox.identityCenter.organization(),
  });
  expect(sandbox.identityCenter.organization().at(-1)).toEqual(account);
  expect((await post('identity-center', { do: 'decide', which: 'nothing', answer: 'approve' })).status).toBe(400);
  await fetch(`${sandbox.endpoints.sso}/assignment/accounts`);
  expect(await (await fetch(`${control.url}/counts`)).json()).toMatchObject({ ListAccounts: 1 });
});
