import { mainAccount, productionAccount } from './default-accounts.ts';
import { billingExternalId } from './default-seed.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * The text of a `~/.aws/config` that reaches the default seed: `ada` and `bob`
 * are users, every other profile a role; two are reached by Identity Center. Users' keys are not in it: they go to
 * the keychain, or into `awsCredentialsFor`'s text.
 */
export function awsConfigFor(sandbox: Sandbox): string {
  const ada = sandbox.user('ada');
  const role = (name: string, lines: Record<string, string | undefined>) => ({
    role_arn: sandbox.role(name).arn,
    ...lines,
  });
  const mfa_serial = ada.mfaSerial;
  const center = { sso_session: 'acme', region: 'eu-central-1' };
  const sections: Record<string, Record<string, string | undefined>> = {
    'profile ada': { region: 'eu-central-1', mfa_serial },
    'profile bob': { region: 'us-east-1' },
    'profile mei': { region: 'cn-north-1' },
    'profile developer': role('Developer', { source_profile: 'ada', mfa_serial, region: 'eu-central-1' }),
    'profile read-only': role('ReadOnly', { source_profile: 'ada', region: 'eu-west-1' }),
    'profile auditor': role('Auditor', { source_profile: 'ada', role_session_name: 'ada-audit' }),
    'profile production-admin': role('ProductionAdmin', {
      source_profile: 'ada',
      mfa_serial,
      duration_seconds: '3600',
      region: 'us-east-1',
    }),
    'profile billing': role('BillingReader', { source_profile: 'ada', external_id: billingExternalId }),
    'profile billing-without-id': role('BillingReader', { source_profile: 'ada' }),
    'profile chained': role('Chained', { source_profile: 'developer', region: 'us-west-2' }),
    'profile bob-read-only': role('ReadOnly', { source_profile: 'bob' }),
    'profile bob-developer': role('Developer', { source_profile: 'bob' }),
    'profile acme-admin': { ...center, sso_account_id: mainAccount, sso_role_name: 'AdministratorAccess' },
    'profile acme-production-read': { ...center, sso_account_id: productionAccount, sso_role_name: 'ReadOnlyAccess' },
    'sso-session acme': {
      sso_start_url: sandbox.identityCenter.startUrl,
      sso_region: sandbox.identityCenter.region,
      sso_registration_scopes: 'sso:account:access',
    },
    'profile china': role('ChinaReadOnly', { source_profile: 'mei', region: 'cn-north-1' }),
  };
  return iniText(sections);
}

/** The text of a `~/.aws/credentials` with the users' keys in clear, as people have it before they move in. */
export function awsCredentialsFor(sandbox: Sandbox, names = sandbox.users.map(({ name }) => name)): string {
  return iniText(
    Object.fromEntries(
      names.map((name) => {
        const { accessKeyId, secretAccessKey } = sandbox.user(name);
        return [name, { aws_access_key_id: accessKeyId, aws_secret_access_key: secretAccessKey }];
      }),
    ),
  );
}

function iniText(sections: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>): string {
  return Object.entries(sections)
    .map(([name, keys]) => {
      const lines = Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [`${key} = ${value}`]));
      return `[${name}]\n${lines.join('\n')}\n`;
    })
    .join('\n');
}
