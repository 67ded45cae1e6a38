import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../e2e/sandbox/sandbox.ts';
import { totpCode } from '../../e2e/sandbox/sts/mfa.ts';
import type { SigningKeys } from '../core/credentials.ts';
import { createIam } from './iam.ts';
import { createSts } from './sts.ts';

const propagationMs = 3_000;
let aws: Sandbox;
beforeEach(async () => {
  aws = await createSandbox();
});
afterEach(() => aws.close());

const context = { profile: 'p', region: 'eu-west-1' };
const iam = () => createIam({ env: aws.environment });
const kind = (of: string) => ({ ok: false, failure: { kind: of, profile: 'p' } });

async function created(by: SigningKeys) {
  const key = await iam().createAccessKey(by, context);
  if (!key.ok) throw new Error(key.failure.message);
  return key.value;
}

it('makes a second key, and one after the other inactive and gone', async () => {
  const ada = aws.user('ada');
  const key = await created(ada);
  expect(await iam().createAccessKey(ada, context)).toMatchObject(kind('limit-reached'));
  aws.clock.advance(propagationMs);

  const old = ada.accessKeyId;
  expect(await iam().updateAccessKey({ accessKeyId: old, status: 'inactive' }, key, context)).toMatchObject({
    ok: true,
  });
  const listed = await iam().listAccessKeys(key, context);
  expect(listed).toMatchObject({
    value: [
      { accessKeyId: old, status: 'inactive' },
      { accessKeyId: key.accessKeyId, status: 'active', createdAt: expect.any(Number) },
    ],
  });
  expect(await iam().deleteAccessKey(old, key, context)).toMatchObject({ ok: true });
  expect(await iam().deleteAccessKey(old, key, context)).toMatchObject(kind('not-there'));
  expect(await iam().listAccessKeys(ada, context)).toMatchObject(kind('key-invalid'));
});

it('asks for a new key once, whatever happens to the answer', async () => {
  aws.faults.add({ kind: 'drop', when: 'after' });
  const count = aws.requests().length;
  expect(await iam().createAccessKey(aws.user('ada'), context)).toMatchObject(kind('network'));
  expect(aws.requests().length - count).toBe(1);
});

it('tells when a key was last used', async () => {
  const ada = aws.user('ada');
  const key = await created(ada);
  expect(await iam().getAccessKeyLastUsed(key.accessKeyId, ada, context)).toEqual({ ok: true, value: {} });
  aws.clock.advance(propagationMs);
  await createSts({ env: aws.environment }).getCallerIdentity(key, context);
  expect(await iam().getAccessKeyLastUsed(key.accessKeyId, ada, context)).toMatchObject({
    value: { service: 'sts', region: 'eu-west-1', usedAt: expect.any(Number) },
  });
});

it('enrols a device with two codes', async () => {
  const bob = aws.user('bob');
  const device = await iam().createVirtualMfaDevice('bob-phone', bob, context);
  if (!device.ok) throw new Error(device.failure.message);
  expect(device.value.totpSeed).toMatch(/^[A-Z2-7]{32,}$/);
  expect([...(device.value.qrCodePng ?? [])].slice(1, 4)).toEqual([...Buffer.from('PNG')]);
  expect(await iam().createVirtualMfaDevice('bob-phone', bob, context)).toMatchObject(kind('already-there'));
  const wrong = { userName: 'bob', serialNumber: device.value.serialNumber, codes: ['000000', '000000'] as const };
  expect(await iam().enableMfaDevice(wrong, bob, context)).toMatchObject(kind('mfa-wrong-code'));
  const at = (ms: number) => totpCode(device.value.totpSeed, aws.clock.now() + ms);
  expect(await iam().enableMfaDevice({ ...wrong, codes: [at(-30_000), at(0)] }, bob, context)).toMatchObject({
    ok: true,
  });
  expect(await iam().listMfaDevices(bob, context)).toMatchObject({ value: [{ userName: 'bob' }] });
});

it('deletes a device that was never enabled, and no other', async () => {
  const ada = aws.user('ada');
  const device = await iam().createVirtualMfaDevice('ada-left-over', ada, context);
  if (!device.ok) throw new Error(device.failure.message);
  const { serialNumber } = device.value;
  expect(await iam().deleteVirtualMfaDevice(serialNumber, ada, context)).toMatchObject({ ok: true });
  expect(await iam().deleteVirtualMfaDevice(serialNumber, ada, context)).toMatchObject(kind('not-there'));
  expect(await iam().deleteVirtualMfaDevice(ada.mfaSerial ?? '', ada, context)).toMatchObject(kind('aws-error'));
  expect(await iam().listMfaDevices(ada, context)).toMatchObject({ value: [{ serialNumber: ada.mfaSerial }] });
});

it('takes a session only when it was opened with MFA', async () => {
  const ada = aws.user('ada');
  const sts = createSts({ env: aws.environment });
  const plain = await sts.getSessionToken({}, ada, context);
  if (!plain.ok) throw new Error(plain.failure.message);
  expect(await iam().listMfaDevices(plain.value, context)).toMatchObject(kind('not-authorized'));
  const code = { mfaSerial: ada.mfaSerial, mfaCode: aws.totp('ada') };
  const session = await sts.getSessionToken(code, ada, context);
  if (!session.ok) throw new Error(session.failure.message);
  expect(await iam().listMfaDevices(session.value, context)).toMatchObject({
    value: [{ serialNumber: ada.mfaSerial, userName: 'ada' }],
  });
});
