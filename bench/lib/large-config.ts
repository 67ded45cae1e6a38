import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rig } from '../rig.ts';

const profiles = 10_000;

/** A config file of 10,000 profiles and 2.5 MB: an organisation's accounts times its roles. Made once in a run. */
export function largeConfig(rig: Rig): Promise<string> {
  return rig.shared('large-config', async () => {
    const path = join(rig.folder(), 'config');
    const sections = Array.from({ length: profiles }, (_, i) =>
      [
        `[profile account-${i}-admin]`,
        `# team ${'platform '.repeat(4)}`,
        `role_arn = arn:aws:iam::${100_000_000_000 + i}:role/some/path/AdministratorAccess-${i}`,
        'source_profile = base',
        'region=eu-west-1',
        'mfa_serial = arn:aws:iam::123456789012:mfa/ada',
        'duration_seconds = 3600',
        '',
        '',
      ].join('\n'),
    );
    writeFileSync(path, sections.join(''), { mode: 0o600 });
    return path;
  });
}

const roles = ['AdministratorAccess', 'ReadOnlyAccess', 'Deployment', 'Billing'];
const teams = ['payments', 'search', 'identity', 'checkout', 'logistics', 'media'];

/** 12,000 profiles that all can be used: roles from another profile, and of Identity Center. */
export function usableConfig(count = 12_000): string {
  const head = [
    '[sso-session acme]\nsso_start_url = https://acme.example/start\nsso_region = eu-west-1\n',
    '[profile hub]\ncredential_process = /bin/false\n',
  ];
  const sections = Array.from({ length: count - 1 }, (_, i) => {
    const account = Math.floor(i / roles.length);
    const accountId = 100_000_000_000 + account * 7919;
    const role = roles[i % roles.length];
    const name = `${teams[account % teams.length]}-${account}-${role?.toLowerCase()}`;
    const signIn = `sso_session = acme\nsso_account_id = ${accountId}\nsso_role_name = ${role}\n`;
    const assumed = `role_arn = arn:aws:iam::${accountId}:role/${role}\nsource_profile = hub\n`;
    return `[profile ${name}]\n${account % 2 ? signIn : assumed}region = eu-west-1\n`;
  });
  return [...head, ...sections].join('\n');
}
