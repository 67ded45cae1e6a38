import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { shellText } from '../../core/environment/shell-text.ts';
import { writeFileAtomic } from '../atomic-file.ts';
import type { TerminalCommands } from './terminal.ts';

/**
 * From documentation, not run here. Terminal takes no command line: it runs a
 * script, which is private, holds no secret and removes itself.
 * @see https://support.apple.com/guide/terminal/welcome/mac
 */
export const darwinCommands: TerminalCommands = async (change, own, { env, folder }) => {
  const script = join(folder, `terminal-${randomBytes(6).toString('hex')}.command`);
  const shell = shellText('bash', { set: { ROLECALL_SHELL: env.SHELL || '/bin/zsh' }, unset: [] });
  const lines = ['#!/bin/sh', 'rm -f -- "$0"', 'cd', shellText('bash', change), shell, 'exec "$ROLECALL_SHELL" -l', ''];
  await writeFileAtomic(script, lines.join('\n'), 0o700);
  const [program, ...parameters] = own;
  return [program === undefined ? ['open', '-a', 'Terminal', script] : [program, ...parameters, script]];
};
