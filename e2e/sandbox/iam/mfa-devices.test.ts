import { GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { totpCode } from '../sts/mfa.ts';
import { callIam } from '../testing/iam-client.ts';
import { refusal, stsClient } from '../testing/sts-client.ts';

const stepMs = 30_000;
let sandbox: Sandbox;
let serialNumber: string;
let seed: string;
beforeEach(async () => {
  sandbox = await createSandbox();
  // The start of a step, so that none ends in the middle of a test.
  sandbox.clock.advance(stepMs - (sandbox.clock.now() % stepMs));
  const made = await callIam(sandbox, 'bob', 'CreateVirtualMFADevice', { VirtualMFADeviceName: 'bob-phone' });
  serialNumber = made.all('SerialNumber')[0] ?? '';
  seed = Buffer.from(made.all('Base32StringSeed')[0] ?? '', 'base64').toString();
  expect(
    Buffer.from(made.all('QRCodePNG')[0] ?? '', 'base64')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});
afterEach(() => sandbox.close());

const codeAt = (offsetMs: number) => totpCode(seed, sandbox.clock.now() + offsetMs);
const enable = (first: string, second: string, UserName = 'bob') =>
  callIam(sandbox, 'bob', 'EnableMFADevice', {
    UserName,
    SerialNumber: serialNumber,
    AuthenticationCode1: first,
    AuthenticationCode2: second,
  });
const session = (TokenCode: string) =>
  stsClient(sandbox, 'bob').send(new GetSessionTokenCommand({ SerialNumber: serialNumber, TokenCode }));
const devices = async () => (await callIam(sandbox, 'bob', 'ListMFADevices')).all('SerialNumber');

it('a device is enabled by two codes in a row, and then opens sessions once it has propagated', async () => {
  expect(serialNumber).toBe('arn:aws:iam::111122223333:mfa/bob-phone');
  expect(await devices()).toEqual([]);
  expect(await refusal(session(codeAt(0)))).toMatch(/unable to validate MFA code/);
  expect((await enable(codeAt(-stepMs), codeAt(0))).status).toBe(200);
  expect(await devices()).toEqual([serialNumber]);
  expect(await refusal(session(codeAt(stepMs)))).toMatch(/unable to validate MFA code/);
  sandbox.clock.advance(stepMs);
  await session(sandbox.totp('bob'));
});

it('the codes it was enabled with are spent', async () => {
  await enable(codeAt(-stepMs), codeAt(0));
  sandbox.clock.advance(3000);
  expect(await refusal(session(codeAt(0)))).toMatch(/invalid MFA one time pass code/);
});

it('codes out of order, too old or the same are refused', async () => {
  const wrong = 'InvalidAuthenticationCode: Authentication code for device is not valid.';
  expect((await enable(codeAt(0), codeAt(-stepMs))).refusal).toBe(wrong);
  expect((await enable(codeAt(0), codeAt(0))).refusal).toBe(wrong);
  expect((await enable(codeAt(-5 * stepMs), codeAt(-4 * stepMs))).refusal).toBe(wrong);
  expect(await devices()).toEqual([]);
});

it('a device is made once, enabled once, and for oneself', async () => {
  const again = await callIam(sandbox, 'bob', 'CreateVirtualMFADevice', { VirtualMFADeviceName: 'bob-phone' });
  expect([again.status, again.refusal]).toEqual([409, expect.stringMatching(/^EntityAlreadyExists/)]);
  expect((await enable(codeAt(-stepMs), codeAt(0), 'ada')).refusal).toMatch(/^AccessDenied/);
  await enable(codeAt(-stepMs), codeAt(0));
  expect((await enable(codeAt(-stepMs), codeAt(0))).refusal).toMatch(/^EntityAlreadyExists/);
  const elsewhere = await callIam(sandbox, 'bob', 'EnableMFADevice', {
    UserName: 'bob',
    SerialNumber: 'arn:aws:iam::111122223333:mfa/none',
    AuthenticationCode1: '000000',
    AuthenticationCode2: '000000',
  });
  expect(elsewhere.refusal).toMatch(/^NoSuchEntity/);
});

it('writes neither codes nor seeds into the record of requests', async () => {
  await enable(codeAt(-stepMs), codeAt(0));
  const record = JSON.stringify(sandbox.requests());
  for (const secret of [seed, codeAt(-stepMs), codeAt(0)]) expect(record).not.toContain(`"${secret}"`);
});
