import type { ErrorRow } from './row.ts';

const refusal = (status: number, code: string, message: string, action = 'AssumeRole') =>
  ({ kind: 'error', status, code, message, service: 'sts', action }) as const;

const invalidCode = 'AccessDenied, "MultiFactorAuthentication failed with invalid MFA one time pass code"';
const refused = 'AccessDenied, "is not authorized to perform: sts:AssumeRole on resource"';
const policies = 'PackedPolicyTooLarge, MalformedPolicyDocument (400)';
const expired = 'ExpiredToken / ExpiredTokenException';
const signature = 'SignatureDoesNotMatch, "Signature expired" / RequestTimeTooSkewed';
const load = 'Throttling, 429, 5xx, no network';

const withMfa: ErrorRow['profile'] = ({ serial }) => ({ mfa_serial: serial });

/** Letters and digits in an order that no packing shortens; the same ones each time. */
const unpackable = (length: number, from: number) =>
  Array.from({ length }, (_, at) => ((from * 7919 + at * 104_729 + ((at * at * 31) % 977)) % 36).toString(36)).join('');

/** Every error of the table in AWS-RULES.md, each in all the ways it comes. */
export const errorRows: readonly ErrorRow[] = [
  {
    id: 'code-wrong',
    about: invalidCode,
    profile: withMfa,
    code: 'wrong',
    expect: {
      kind: 'mfa-wrong-code',
      says: 'wrong code',
      remedy: /next code/,
      fix: /^rolecall switch code-wrong$/,
      cause: /mistyped/,
    },
  },
  {
    id: 'code-used-elsewhere',
    about: invalidCode,
    profile: withMfa,
    code: 'spent',
    expect: { kind: 'mfa-wrong-code', says: 'wrong code', remedy: /next code/, fix: /^rolecall switch / },
  },
  {
    id: 'device-unknown',
    about: 'AccessDenied, "unable to validate MFA code"',
    profile: ({ serial }) => ({ mfa_serial: `${serial}-lost` }),
    code: 'right',
    expect: {
      kind: 'mfa-device',
      says: 'wrong device',
      remedy: /Compare mfa_serial/,
      fix: /^rolecall config set device-unknown mfa_serial /,
      cause: /is not an enabled device of/,
    },
  },
  {
    id: 'code-missing',
    about: 'AccessDenied, "must provide both MFA serial number and one time pass code"',
    faults: [
      refusal(
        403,
        'AccessDenied',
        'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
      ),
    ],
    expect: {
      kind: 'mfa-code-required',
      says: 'code missing',
      remedy: /Set mfa_serial/,
      fix: /^rolecall config set code-missing mfa_serial /,
      cause: /names mfa_serial/,
    },
  },
  {
    id: 'mfa-demanded',
    about: refused,
    profile: ({ role }) => ({ role_arn: role('WithMfa') }),
    expect: {
      kind: 'not-authorized',
      says: 'MFA demanded',
      remedy: /set mfa_serial/,
      fix: /^rolecall doctor mfa-demanded$/,
      cause: /may demand MFA, and "mfa-demanded" names no mfa_serial/,
    },
  },
  {
    id: 'external-id-missing',
    about: refused,
    profile: ({ role, serial }) => ({ role_arn: role('WithExternalId'), mfa_serial: serial }),
    code: 'right',
    expect: {
      kind: 'not-authorized',
      says: 'external id missing',
      remedy: /set external_id/,
      fix: /^rolecall doctor /,
      cause: /sends no external id/,
    },
  },
  {
    id: 'external-id-wrong',
    about: refused,
    profile: ({ role, serial }) => ({ role_arn: role('WithExternalId'), mfa_serial: serial, external_id: 'other' }),
    code: 'right',
    expect: {
      kind: 'not-authorized',
      says: 'not trusted',
      remedy: /Compare external_id/,
      fix: /^rolecall doctor /,
      cause: /may not be the one in the trust policy/,
    },
  },
  {
    id: 'not-trusted',
    about: refused,
    profile: ({ role, serial }) => ({ role_arn: role('ForStrangers'), mfa_serial: serial, external_id: 'any' }),
    code: 'right',
    expect: {
      kind: 'not-authorized',
      says: 'not trusted',
      remedy: /The trust policy must name you/,
      fix: /^rolecall doctor /,
      cause: /The trust policy of ForStrangers may not name/,
    },
  },
  {
    id: 'role-gone',
    about: refused,
    profile: ({ role, serial }) => ({ role_arn: `${role('Open')}Gone`, mfa_serial: serial, external_id: 'any' }),
    code: 'right',
    expect: {
      kind: 'not-authorized',
      says: 'not trusted',
      remedy: /must name you/,
      fix: /^rolecall doctor /,
      cause: /may not exist any more/,
    },
  },
  {
    id: 'denied-explicitly',
    about: refused,
    profile: ({ role, serial }) => ({ role_arn: role('Denied'), mfa_serial: serial, external_id: 'any' }),
    code: 'right',
    expect: {
      kind: 'not-authorized',
      says: 'denied explicitly',
      remedy: /must name you/,
      fix: /^rolecall doctor /,
      cause: /AWS says: an explicit deny/,
    },
  },
  {
    id: 'other-partition',
    about: refused,
    account: 'china',
    userLines: () => ({ region: 'cn-north-1' }),
    profile: ({ role }) => ({ role_arn: role('Open'), region: 'cn-north-1', external_id: 'any' }),
    expect: {
      kind: 'not-authorized',
      says: 'MFA demanded',
      remedy: /must name you/,
      fix: /^rolecall doctor /,
    },
  },
  {
    id: 'source-identity-refused',
    about: refused,
    profile: ({ role }) => ({ role_arn: role('Plain'), source_identity: 'ada' }),
    expect: {
      kind: 'not-authorized',
      says: 'no source identity',
      remedy: /sts:SetSourceIdentity/,
      fix: /^rolecall doctor /,
    },
  },
  {
    id: 'tags-refused',
    about: refused,
    profile: ({ role }) => ({ role_arn: role('Plain'), rolecall_session_tags: 'Project=unicorn' }),
    expect: { kind: 'not-authorized', says: 'no tags', remedy: /sts:TagSession/, fix: /^rolecall doctor / },
  },
  {
    id: 'root-user',
    about: refused,
    isRoot: true,
    expect: { kind: 'not-authorized', says: 'root user', remedy: /IAM user/, fix: /^rolecall doctor / },
  },
  {
    id: 'too-long',
    about: 'ValidationError, "exceeds the MaxSessionDuration set for this role"',
    // A role of its own, because what is refused of it is remembered; and refused for good, or an hour would be asked for.
    profile: ({ role }) => ({ role_arn: role('Refused'), duration_seconds: '7200' }),
    faults: [
      refusal(
        400,
        'ValidationError',
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      ),
    ],
    expect: {
      kind: 'duration-too-long',
      says: 'too long',
      remedy: /Lower duration_seconds/,
      fix: /^rolecall config set too-long duration_seconds 3600$/,
      cause: /duration_seconds of "too-long" is 7200/,
    },
  },
  {
    id: 'chained-too-long',
    about: 'ValidationError, "exceeds the 1 hour session limit for roles assumed by role chaining"',
    faults: [
      refusal(
        400,
        'ValidationError',
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
      ),
    ],
    expect: {
      kind: 'chaining-limit',
      says: 'chained',
      remedy: /3600/,
      fix: /^rolecall config set chained-too-long duration_seconds 3600$/,
    },
  },
  {
    id: 'region-off',
    about: 'RegionDisabledException (403)',
    profile: () => ({ region: 'eu-south-2' }),
    expect: {
      kind: 'region-disabled',
      says: 'region off',
      remedy: /another region/,
      fix: /^rolecall config set region-off region us-east-1$/,
      cause: /names eu-south-2/,
      awsCode: 'RegionDisabledException',
    },
  },
  ...['PackedPolicyTooLarge', 'PackedPolicyTooLargeException'].map(
    (code): ErrorRow => ({
      id: `packed-${code.endsWith('Exception') ? 'exception' : 'plain'}`,
      about: policies,
      faults: [refusal(400, code, 'Packed policy consumes 140% of allotted space, please use smaller policy.')],
      expect: {
        kind: 'policy-too-large',
        says: 'policy too large',
        remedy: /Shorten/,
        fix: /^rolecall doctor /,
        // The SDK knows both names as one exception.
        awsCode: 'PackedPolicyTooLargeException',
      },
    }),
  ),
  {
    id: 'packed-really',
    about: policies,
    // Little of it repeats, so that it does not pack.
    profile: () => ({
      rolecall_session_tags: Array.from({ length: 12 }, (_, at) => `k${at}=${unpackable(180, at)}`).join(','),
    }),
    expect: { kind: 'policy-too-large', says: 'policy too large', remedy: /fewer tags/, fix: /^rolecall doctor / },
  },
  {
    id: 'policy-malformed',
    about: policies,
    faults: [refusal(400, 'MalformedPolicyDocument', 'Syntax errors in policy.')],
    expect: { kind: 'policy-malformed', says: 'policy malformed', remedy: /Correct/, fix: /^rolecall doctor / },
  },
  ...['ExpiredToken', 'ExpiredTokenException'].map(
    (code): ErrorRow => ({
      id: `expired-${code.endsWith('Exception') ? 'exception' : 'plain'}`,
      about: expired,
      faults: [refusal(403, code, 'The security token included in the request is expired')],
      expect: {
        kind: 'source-expired',
        says: 'session over',
        remedy: /Switch again/,
        fix: /^rolecall switch /,
        awsCode: code,
      },
    }),
  ),
  {
    id: 'key-of-other-partition',
    about: 'InvalidClientTokenId',
    account: 'china',
    userLines: () => ({ region: 'eu-west-1' }),
    profile: () => ({ region: 'eu-west-1' }),
    expect: {
      kind: 'key-invalid',
      says: 'key unknown',
      remedy: /status in IAM, and the profile’s region/,
      fix: /^rolecall keys add key-of-other-partition-user$/,
      cause: /deleted or made inactive/,
    },
  },
  {
    id: 'secret-wrong',
    about: signature,
    others: ({ user, accessKeyId }) => ({
      [`${user}-typo`]: { aws_access_key_id: accessKeyId, aws_secret_access_key: 'mistyped' },
    }),
    profile: ({ user }) => ({ source_profile: `${user}-typo` }),
    expect: {
      kind: 'secret-wrong',
      says: 'secret wrong',
      remedy: /its own secret/,
      fix: /^rolecall keys add secret-wrong-user-typo$/,
    },
  },
  ...(
    [
      ['SignatureDoesNotMatch', 'Signature expired: 20260301T110000Z is now earlier than 20260301T115500Z'],
      ['SignatureDoesNotMatch', 'Signature not yet current: 20260301T130000Z is still later than 20260301T120500Z'],
      ['RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.'],
    ] as const
  ).map(
    ([code, message], at): ErrorRow => ({
      id: `clock-${at}`,
      about: signature,
      faults: [refusal(403, code, message)],
      expect: {
        kind: 'clock-skew',
        says: 'clock off',
        remedy: /Set the clock/,
        fix: /^timedatectl set-ntp true$/,
        awsCode: code,
      },
    }),
  ),
  ...(
    [
      ['throttling', { kind: 'throttle', service: 'sts', action: 'AssumeRole' }, 'throttled', 'throttled'],
      ['status-429', refusal(429, 'Unknown', ''), 'throttled', 'throttled'],
      ['status-500', refusal(500, 'InternalFailure', ''), 'aws-error', 'AWS in trouble'],
      ['status-503', refusal(503, 'ServiceUnavailable', ''), 'aws-error', 'AWS in trouble'],
      ['no-network', { kind: 'drop', service: 'sts', action: 'AssumeRole' }, 'network', 'AWS not reachable'],
    ] as const
  ).map(
    ([id, fault, kind, said]): ErrorRow => ({
      id,
      about: load,
      faults: [fault],
      expect: { kind, says: said, remedy: /try again/i, fix: new RegExp(`^rolecall switch ${id}$`) },
    }),
  ),
];
