import type { LauncherOf } from './launcher.ts';

/** A command file that hands everything to the command. From documentation: not run here. */
export function windowsLauncher({ command, env }: LauncherOf): string {
  const escaped = (text: string) => text.replaceAll('%', '%%');
  const sets = Object.entries(env).map(([name, value]) => `set "${name}=${escaped(value)}"`);
  return ['@echo off', ...sets, `${command.map((part) => `"${escaped(part)}"`).join(' ')} %*`, ''].join('\r\n');
}
