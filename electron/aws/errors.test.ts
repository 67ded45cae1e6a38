import { describe, expect, it } from 'vitest';
import { failureKinds } from '../core/failure.ts';
import { type AskedOfAws, awsFailure } from './errors.ts';

const nowMs = Date.parse('2026-03-01T12:00:00Z');
const roleArn = 'arn:aws-cn:iam::123456789012:role/Admin';
const asked: AskedOfAws = {
  action: 'AssumeRole',
  profile: 'prod',
  roleArn,
  region: 'cn-north-1',
  durationSeconds: 7200,
  sentMfaCode: false,
  sentExternalId: false,
  signedWithSession: false,
};

function thrown(name: string, message: string, status = 400, headers: Record<string, string> = {}) {
  return Object.assign(new Error(message), {
    name,
    $metadata: { httpStatusCode: status, requestId: 'c6104cbe-af31-11e0-8154-cbc7ccf896c7' },
    $response: { headers },
  });
}

const refusal = `User: arn:aws-cn:iam::123456789012:user/a is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;

describe('every error of AWS worth explaining', () => {
  it.each([
    ['AccessDenied', 'MultiFactorAuthentication failed with invalid MFA one time pass code. ', 403, 'mfa-wrong-code'],
    ['AccessDenied', 'MultiFactorAuthentication failed, unable to validate MFA code.', 403, 'mfa-device'],
    [
      'AccessDenied',
      'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
      403,
      'mfa-code-required',
    ],
    ['AccessDenied', refusal, 403, 'not-authorized'],
    ['AccessDeniedException', refusal, 403, 'not-authorized'],
    [
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      400,
      'duration-too-long',
    ],
    [
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      400,
      'chaining-limit',
    ],
    ['RegionDisabledException', 'STS is not activated in this region.', 403, 'region-disabled'],
    ['PackedPolicyTooLargeException', 'Packed policy consumes 120% of allotted space.', 400, 'policy-too-large'],
    ['PackedPolicyTooLarge', '', 400, 'policy-too-large'],
    ['MalformedPolicyDocumentException', 'Syntax errors in policy.', 400, 'policy-malformed'],
    ['ExpiredToken', 'The security token included in the request is expired', 403, 'source-expired'],
    ['ExpiredTokenException', 'The security token included in the request is expired', 403, 'source-expired'],
    ['InvalidClientTokenId', 'The security token included in the request is invalid.', 403, 'key-invalid'],
    ['SignatureDoesNotMatch', 'The request signature we calculated does not match.', 403, 'secret-wrong'],
    ['SignatureDoesNotMatch', 'Signature expired: 20260301T110000Z is now earlier than …', 403, 'clock-skew'],
    ['SignatureDoesNotMatch', 'Signature not yet current: 20260301T130000Z', 403, 'clock-skew'],
    ['RequestTimeTooSkewed', 'The difference is too large.', 403, 'clock-skew'],
    ['Throttling', 'Rate exceeded', 400, 'throttled'],
    ['ThrottlingException', 'Rate exceeded', 400, 'throttled'],
    ['Unknown', '', 429, 'throttled'],
    ['InternalFailure', '', 500, 'aws-error'],
    ['ServiceUnavailable', '', 503, 'aws-error'],
    ['ValidationError', '1 validation error detected', 400, 'aws-error'],
  ] as const)('%s "%s" (%i) is %s', (name, message, status, kind) => {
    const failure = awsFailure(thrown(name, message, status), asked, nowMs);
    expect(failure).toMatchObject({ kind, profile: 'prod', awsCode: name });
    expect(failure.requestId).toBe('c6104cbe-af31-11e0-8154-cbc7ccf896c7');
    expect(failure.message).toMatch(/\.$|“|\w/);
    expect(failure.remedy.length).toBeGreaterThan(10);
    expect(failureKinds).toContain(failure.kind);
  });
});

describe('a refused AssumeRole says what the request carried', () => {
  it.each([
    [{}, /carried no MFA code and no external id\./, /mfa_serial.*external_id/],
    [{ sentMfaCode: true }, /carried no external id\./, /^If it demands an external id/],
    [{ sentExternalId: true }, /carried no MFA code\./, /Compare external_id/],
    [{ sentMfaCode: true, sentExternalId: true }, /role\/Admin\.$/, /trust policy must name you/],
    [{ signedWithSession: true, sentExternalId: true }, /role\/Admin\.$/, /trust policy must name you/],
  ] as const)('%o', (change, message, remedy) => {
    const failure = awsFailure(thrown('AccessDenied', refusal, 403), { ...asked, ...change }, nowMs);
    expect(failure.message).toMatch(message);
    expect(failure.remedy).toMatch(remedy);
  });

  it('tells an explicit deny', () => {
    const text = `${refusal} with an explicit deny in an identity-based policy`;
    expect(awsFailure(thrown('AccessDenied', text, 403), asked, nowMs).message).toContain('denies it explicitly');
  });
});

describe('a refusal that names the permission', () => {
  it.each([
    ['sts:TagSession', /send session tags to .*role\/Admin\.$/, /allow sts:TagSession/],
    ['sts:SetSourceIdentity', /set a source identity in .*role\/Admin\.$/, /allow sts:SetSourceIdentity/],
  ])('%s', (action, message, remedy) => {
    const failure = awsFailure(thrown('AccessDenied', refusal.replace('sts:AssumeRole', action), 403), asked, nowMs);
    expect(failure).toMatchObject({ kind: 'not-authorized', message: expect.stringMatching(message) });
    expect(failure.remedy).toMatch(remedy);
  });

  it('tells the root user', () => {
    const error = thrown('AccessDenied', 'Roles may not be assumed by root accounts.', 403);
    expect(awsFailure(error, asked, nowMs).message).toMatch(/^The root user of an account may not assume a role/);
  });

  it.each([
    [
      'with an explicit deny in a service control policy',
      'an explicit deny in a policy of this kind: service control policy.',
    ],
    [
      'with an explicit deny in an identity-based policy: arn:aws:iam::123456789012:policy/p',
      'an explicit deny in a policy of this kind: identity-based policy.',
    ],
    [
      'because no identity-based policy allows the sts:AssumeRole action',
      'no identity-based policy allows sts:AssumeRole.',
    ],
    [
      'because no resource-based policy allows the sts:AssumeRole action',
      'no resource-based policy allows sts:AssumeRole.',
    ],
  ])('which AWS blames: %s', (text, cause) => {
    const failure = awsFailure(thrown('AccessDenied', `${refusal} ${text}`, 403), asked, nowMs);
    expect(failure.causes).toEqual([`AWS says: ${cause}`]);
  });

  it('and says which call of which role it was', () => {
    expect(awsFailure(thrown('AccessDenied', refusal, 403), asked, nowMs)).toMatchObject({
      action: 'AssumeRole',
      roleArn,
    });
  });
});

it('tells how far the session policies are over the limit', () => {
  const text = 'Packed policy consumes 120% of allotted space, please use smaller policy.';
  expect(awsFailure(thrown('PackedPolicyTooLarge', text), asked, nowMs).message).toContain('(120 %)');
});

it.each([
  ['Sun, 01 Mar 2026 12:12:00 GMT', /slow by 12 minutes/],
  ['Sun, 01 Mar 2026 11:59:00 GMT', /fast by 1 minute,/],
  ['no date', /clock is off,/],
])('measures the skew from Date: %s', (date, message) => {
  const error = thrown('SignatureDoesNotMatch', 'Signature expired', 403, { date });
  expect(awsFailure(error, asked, nowMs).message).toMatch(message);
});

describe('errors of the network', () => {
  it.each([
    ['ECONNREFUSED', 'network'],
    ['ENOTFOUND', 'network'],
    ['EAI_AGAIN', 'network'],
    ['ECONNRESET', 'network'],
    ['CERT_HAS_EXPIRED', 'network'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'network'],
    ['ETIMEDOUT', 'timeout'],
  ] as const)('%s is %s', (code, kind) => {
    expect(awsFailure(Object.assign(new Error('x'), { code }), asked, nowMs)).toMatchObject({ kind, profile: 'prod' });
    const wrapped = Object.assign(new Error('x', { cause: Object.assign(new Error('y'), { code }) }), {
      $metadata: {},
    });
    expect(awsFailure(wrapped, asked, nowMs).kind).toBe(kind);
  });

  it('knows the SDK’s own time-out', () => {
    expect(awsFailure(Object.assign(new Error('x'), { name: 'TimeoutError' }), asked, nowMs).kind).toBe('timeout');
  });
});

it('never lets control characters through', () => {
  const failure = awsFailure(thrown('Bad', 'a\u001b]0;owned\u0007\r\nb\u202e', 400), asked, nowMs);
  expect(failure.message).not.toMatch(/\p{Cc}|\p{Cf}/u);
});

it.each([undefined, 'text', null, new Error('Region is missing')])('survives %o', (value) => {
  expect(awsFailure(value, asked, nowMs)).toMatchObject({ kind: 'aws-error', profile: 'prod' });
});
