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
