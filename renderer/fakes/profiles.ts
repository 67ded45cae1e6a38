import type { Catalog, ProfileRow, Sessions } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import type { AccountColour } from '../../electron/core/looks/look.ts';

const MINUTE = 60_000;

const ACCOUNTS = {
  production: '418295063117',
  staging: '730156482904',
  sandbox: '265019384756',
  audit: '904417236685',
} as const;

const LOOKS: Readonly<Record<string, { readonly name: string; readonly colour: AccountColour }>> = {
  [ACCOUNTS.production]: { name: 'Acme Production', colour: 'red' },
  [ACCOUNTS.staging]: { name: 'Acme Staging', colour: 'yellow' },
  [ACCOUNTS.sandbox]: { name: 'Playground', colour: 'green' },
};

export function aRow(name: string, more: Partial<ProfileRow> = {}): ProfileRow {
  const accountId = more.accountId ?? ACCOUNTS.staging;
  const look = LOOKS[accountId];
  const roleName = more.roleName ?? 'Developer';
  return {
    name,
    kind: 'role',
    accountId,
    roleName,
    roleArn: `arn:aws:iam::${accountId}:role/${roleName}`,
    region: 'eu-central-1',
    source: 'company',
    needsCode: true,
    pinned: false,
    careful: false,
    ...(look && { accountName: look.name, accountColour: look.colour, colour: look.colour }),
    ...(accountId === ACCOUNTS.production && { production: true }),
    adopted: false,
    ...(more.lastUsedAt !== undefined && { rankAt: more.lastUsedAt }),
    ...more,
  };
}

export function someRows(now: number): ProfileRow[] {
  const hour = 3_600_000;
  return [
    aRow('company', {
      kind: 'user',
      roleName: undefined,
      roleArn: undefined,
      source: undefined,
      accountId: ACCOUNTS.audit,
    }),
    aRow('production-admin', {
      accountId: ACCOUNTS.production,
      roleName: 'AdministratorAccess',
      pinned: true,
      lastUsedAt: now - hour,
    }),
    aRow('production-readonly', {
      accountId: ACCOUNTS.production,
      roleName: 'ReadOnlyAccess',
      pinned: true,
      adopted: true,
    }),
    aRow('staging-deploy', { roleName: 'Deployment', lastUsedAt: now - 2 * hour }),
    aRow('staging-developer', { lastUsedAt: now - 5 * hour }),
    aRow('sandbox', {
      accountId: ACCOUNTS.sandbox,
      roleName: 'PowerUserAccess',
      region: 'us-east-1',
      needsCode: false,
    }),
    aRow('audit-logs', { accountId: ACCOUNTS.audit, roleName: 'SecurityAudit', region: 'eu-west-1' }),
    aRow('billing', { accountId: ACCOUNTS.audit, roleName: 'Billing', region: 'us-east-1', tags: ['finance'] }),
    aRow('data-platform-eu', { accountId: ACCOUNTS.sandbox, roleName: 'DataEngineer', tags: ['data'] }),
    aRow('data-platform-us-warehouse-migration-2026', {
      accountId: ACCOUNTS.sandbox,
      roleName: 'DataWarehouseMigrationOperator',
      region: 'us-west-2',
      tags: ['data'],
    }),
    aRow('network', { accountId: ACCOUNTS.production, roleName: 'NetworkAdministrator' }),
    aRow('support', { accountId: ACCOUNTS.production, roleName: 'SupportUser' }),
  ];
}

export const brokenRow: ProfileRow = aRow('legacy', {
  roleName: 'LegacyOperator',
  failure: {
    kind: 'chain-missing',
    message: 'Its source profile "old-company" is in neither of your AWS files.',
    remedy: 'Add [profile old-company] to ~/.aws/config, or name another source_profile.',
  },
});

export function aCatalog(rows: readonly ProfileRow[], more: Partial<Catalog> = {}): Catalog {
  return { rows: [...rows], problems: [], defaultHandedOver: true, ...more };
}

export const noSessions: Sessions = { activeProfile: null, byProfile: {} };

export function anActive(now: number, leftMs: number, lengthMs = 3_600_000) {
  return { state: 'active' as const, startedAt: now + leftMs - lengthMs, expiresAt: now + leftMs };
}

export const notAuthorized: Failure = {
  kind: 'not-authorized',
  message: 'AWS does not let you assume Deployment: its trust policy asks for MFA, and this profile names no device.',
  remedy: 'Add mfa_serial to [profile staging-deploy], or ask who owns the role.',
  profile: 'staging-deploy',
  awsCode: 'AccessDenied',
  requestId: 'c6104cbe-af31-11e0-8154-cbc7ccf896c7',
  fixes: [
    {
      label: 'Set mfa_serial…',
      command: 'rolecall config set staging-deploy mfa_serial arn:aws:iam::904417236685:mfa/anna-phone',
      act: {
        kind: 'set-key',
        profile: 'staging-deploy',
        key: 'mfa_serial',
        value: 'arn:aws:iam::904417236685:mfa/anna-phone',
      },
    },
    { label: 'Why?', command: 'rolecall doctor staging-deploy', act: { kind: 'diagnose', profile: 'staging-deploy' } },
    {
      label: 'Try again',
      command: 'rolecall switch staging-deploy',
      act: { kind: 'switch', profile: 'staging-deploy' },
    },
  ],
};

export const keyMissing: Failure = {
  kind: 'key-missing',
  message: 'There is no access key for "company" in the keychain.',
  remedy: 'Add the access key of this IAM user to Rolecall.',
  profile: 'company',
};

export const noNetwork: Failure = {
  kind: 'network',
  message: 'AWS cannot be reached: sts.eu-central-1.amazonaws.com does not resolve.',
  remedy: 'Check the network or the proxy, then try again. Sessions you have go on working.',
};

/** One active role of four, each in another state. */
export function someSessions(now: number): Sessions {
  return {
    activeProfile: 'production-admin',
    byProfile: {
      'production-admin': anActive(now, 42 * MINUTE + 10_000),
      'staging-deploy': anActive(now, 3 * MINUTE + 41_000),
      sandbox: { state: 'expired', expiredAt: now - 3 * MINUTE },
      'audit-logs': { state: 'signed-out', signedOutAt: now - MINUTE },
    },
  };
}

/** The one session that there is, and the active one. */
export const oneSession = (state: Sessions['byProfile'][string], profile = 'production-admin'): Sessions => ({
  activeProfile: profile,
  byProfile: { [profile]: state },
});

export const someProblems: Catalog['problems'] = [
  {
    file: '/home/anna/.aws/config',
    line: 41,
    message: 'The line "regoin eu-west-1" is neither a section nor a key.',
    remedy: 'Write it as: region = eu-west-1',
  },
  {
    file: '/home/anna/.aws/credentials',
    line: 7,
    message: 'The section [company] is there twice.',
    remedy: 'Put both into one; the SDKs use the later values.',
  },
];

/** Many profiles, as a large organisation has them. */
export function manyRows(count: number): ProfileRow[] {
  const roles = ['AdministratorAccess', 'ReadOnlyAccess', 'PowerUserAccess', 'Developer', 'Billing', 'SecurityAudit'];
  const regions = ['eu-central-1', 'us-east-1', 'ap-southeast-2', 'eu-west-1'];
  const teams = ['payments', 'search', 'identity', 'checkout', 'logistics', 'data', 'media', 'growth', 'platform'];
  return Array.from({ length: count }, (_, at) => {
    const roleName = roles[at % roles.length] ?? 'Developer';
    const account = Math.floor(at / roles.length);
    return aRow(`${teams[account % teams.length]}-${account}-${roleName.toLowerCase()}`, {
      accountId: String(100_000_000_000 + account * 7_919),
      roleName,
      region: regions[account % regions.length],
    });
  });
}
