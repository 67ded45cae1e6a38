import { AssumeRoleCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { refusal, stsClient } from '../testing/sts-client.ts';
import { totpCode } from './mfa.ts';

let sandbox: Sandbox;
const stepMs = 30_000;
beforeEach(async () => {
  sandbox = await createSandbox();
  // The start of a step, so that none ends in the middle of a test.
  sandbox.clock.advance(stepMs - (sandbox.clock.now() % stepMs));
});
afterEach(() => sandbox.close());

const token = (TokenCode: string | undefined, SerialNumber = sandbox.user('ada').mfaSerial, by = 'ada') =>
  stsClient(sandbox, by).send(new GetSessionTokenCommand({ SerialNumber, TokenCode }));
const codeAt = (offsetMs: number) => totpCode(sandbox.user('ada').totpSeed ?? '', sandbox.clock.now() + offsetMs);
const wrongCode = 'AccessDenied: MultiFactorAuthentication failed with invalid MFA one time pass code. ';

describe('codes', () => {
  it('work once, across all calls', async () => {
    const code = sandbox.totp('ada');
    await token(code);
    expect(await refusal(token(code))).toBe(wrongCode);
    const input = {
      RoleArn: sandbox.role('Developer').arn,
      RoleSessionName: 'test',
      SerialNumber: sandbox.user('ada').mfaSerial,
      TokenCode: code,
    };
    expect(await refusal(stsClient(sandbox, 'ada').send(new AssumeRoleCommand(input)))).toBe(wrongCode);
  });

  it('are spent even when the call is then refused', async () => {
    const TokenCode = sandbox.totp('ada');
    const input = { RoleArn: 'arn:aws:iam::111122223333:role/Nowhere', RoleSessionName: 'test', TokenCode };
    const call = stsClient(sandbox, 'ada').send(
      new AssumeRoleCommand({ ...input, SerialNumber: sandbox.user('ada').mfaSerial }),
    );
    expect(await refusal(call)).toMatch(/not authorized/);
    expect(await refusal(token(TokenCode))).toBe(wrongCode);
  });

  it('are not spent by a request that never arrived, and are by one whose answer was lost', async () => {
    const code = sandbox.totp('ada');
    sandbox.faults.add({ kind: 'drop', action: 'GetSessionToken', times: 1 });
    await expect(token(code)).rejects.toThrow();
    sandbox.faults.add({ kind: 'drop', when: 'after', times: 1 });
    await expect(token(code)).rejects.toThrow();
    expect(await refusal(token(code))).toBe(wrongCode);
  });

  it('are right for one step before and after, not two', async () => {
    await token(codeAt(-stepMs));
    await token(codeAt(stepMs));
    sandbox.clock.advance(10 * stepMs);
    expect(await refusal(token(codeAt(-2 * stepMs)))).toBe(wrongCode);
    expect(await refusal(token(codeAt(2 * stepMs)))).toBe(wrongCode);
  });

  it('are spent with all older ones', async () => {
    await token(codeAt(stepMs));
    expect(await refusal(token(codeAt(0)))).toBe(wrongCode);
  });

  it('come anew with the next step', async () => {
    await token(sandbox.totp('ada'));
    sandbox.clock.advance(stepMs);
    await token(sandbox.totp('ada'));
  });
});

it('a code is not in the record of requests', async () => {
  const code = sandbox.totp('ada');
  await token(code);
  expect(sandbox.requests()[0]?.parameters.TokenCode).toBe('(not recorded)');
  expect(JSON.stringify(sandbox.requests())).not.toContain(`"${code}"`);
});

describe('devices', () => {
  const unable =
    'AccessDenied: MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.';

  it('must be there, and the caller’s own', async () => {
    expect(await refusal(token(sandbox.totp('ada'), 'arn:aws:iam::111122223333:mfa/nobody'))).toBe(unable);
    expect(await refusal(token(sandbox.totp('ada'), sandbox.user('ada').mfaSerial, 'bob'))).toBe(unable);
  });

  it('need serial number and code together', async () => {
    const both =
      'AccessDenied: MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.';
    expect(await refusal(token(undefined))).toBe(both);
    const codeOnly = stsClient(sandbox, 'ada').send(new GetSessionTokenCommand({ TokenCode: '123456' }));
    expect(await refusal(codeOnly)).toBe(both);
  });

  it('shows the codes of RFC 6238', () => {
    // Appendix B: the seed is the text 12345678901234567890; its eight digits end in the six.
    expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59_000)).toBe('287082');
    expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 1_111_111_109_000)).toBe('081804');
  });
});
