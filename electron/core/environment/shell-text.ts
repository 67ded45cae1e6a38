import * as v from 'valibot';
import type { EnvironmentChange } from './variables.ts';

/** `bash` stands for all shells of the Bourne family: sh, zsh, ksh. */
export const ShellSchema = v.picklist(['bash', 'fish', 'powershell']);
export type Shell = v.InferOutput<typeof ShellSchema>;

/** Lines that a person pastes, or a shell evaluates. Every value is one word, whatever is in it. */
export function shellText(shell: Shell, { set, unset }: EnvironmentChange): string {
  const entries = Object.entries(set);
  switch (shell) {
    case 'bash':
      return lines([
        unset.length > 0 && `unset ${unset.join(' ')}`,
        ...entries.map(([name, value]) => `export ${name}=${posixWord(value)}`),
      ]);
    case 'fish':
      return lines([
        unset.length > 0 && `set -e ${unset.join(' ')}`,
        ...entries.map(([name, value]) => `set -gx ${name} ${fishWord(value)}`),
      ]);
    case 'powershell':
      return lines([
        unset.length > 0 && `Remove-Item -ErrorAction Ignore ${unset.map((name) => `Env:${name}`).join(', ')}`,
        ...entries.map(([name, value]) => `$env:${name} = ${powershellWord(value)}`),
      ]);
  }
}

/** The shell that a path names; for a person's login shell. */
export function shellNamed(path: string | undefined, platform: string): Shell {
  const name = path?.split(/[\\/]/).at(-1) ?? '';
  if (name === 'fish') return 'fish';
  if (/^(pwsh|powershell)(\.exe)?$/i.test(name) || (platform === 'win32' && name === '')) return 'powershell';
  return 'bash';
}

function lines(all: readonly (string | false)[]): string {
  return `${all.filter((line) => line !== false).join('\n')}\n`;
}

/** zsh expands a `=` at the beginning, so that is quoted, too. */
function posixWord(word: string): string {
  return isPlain(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** @see https://fishshell.com/docs/current/language.html#quotes */
function fishWord(word: string): string {
  return isPlain(word) ? word : `'${word.replaceAll(/['\\]/g, '\\$&')}'`;
}

/** PowerShell ends a quoted text at any of five quotes. @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules */
function powershellWord(word: string): string {
  return `'${word.replaceAll(/['\u2018-\u201B]/g, '$&$&')}'`;
}

function isPlain(word: string): boolean {
  return /^[\w@%+:,./-]+$/.test(word);
}
