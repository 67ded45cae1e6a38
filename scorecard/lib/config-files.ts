import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import type { Random } from './random.ts';

const folder = join(root, '../shared/conformance/realworld');

/** Files people really have, where that folder is; as bytes, one character each. */
export function realFiles(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ini'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'latin1'));
}

const keys = ['region', 'output', 'role_arn', 'source_profile', 'mfa_serial', 'duration_seconds', 'cli_pager'];
const values = ['eu-west-1', 'json', 'arn:aws:iam::012345678901:role/path/name', 'base', 'a=b', '[x]', 'x # note'];

/** A file that every AWS tool reads, in the many shapes in which people write it. */
export function validFile(random: Random, profiles: readonly string[]): string {
  const lineBreak = random.chance(0.2) ? '\r\n' : '\n';
  const lines: string[] = random.chance(0.5) ? ['# mine: do not touch', ''] : [];
  for (const name of profiles) {
    lines.push(name === 'default' ? '[default]' : random.chance(0.2) ? `[profile "${name}"]` : `[profile ${name}]`);
    for (const key of keys)
      if (random.chance(0.4)) {
        if (random.chance(0.1)) lines.push(`#${key} = old`);
        lines.push(`${key}${random.pick(['=', ' = ', ' =', '= '])}${random.pick(values)}`);
      }
    if (random.chance(0.2)) lines.push('s3 =', '  max_concurrent_requests = 20', '  addressing_style=path');
    for (let blank = random.below(3); blank > 0; blank -= 1) lines.push('');
  }
  return lines.join(lineBreak) + (random.chance(0.8) ? lineBreak : '');
}
