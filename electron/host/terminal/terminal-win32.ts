import { shellText } from '../../core/environment/shell-text.ts';
import { findProgram } from '../find-program.ts';
import type { TerminalCommands, Words } from './terminal.ts';

/**
 * From documentation, not run here. Windows Terminal is one program for all
 * windows, so the variables go along as an encoded command, in which nothing
 * needs quoting. PowerShell alone gets a console of its own.
 * @see https://learn.microsoft.com/windows/terminal/command-line-arguments
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_powershell_exe
 */
export const win32Commands: TerminalCommands = async (change, own, { env }) => {
  const encoded = Buffer.from(shellText('powershell', change), 'utf16le').toString('base64');
  const shell: Words = ['powershell.exe', '-NoExit', '-EncodedCommand', encoded];
  const [program, ...parameters] = own;
  if (program !== undefined) return [[program, ...parameters, ...shell]];
  return (await findProgram('wt', env, 'win32')) ? [['wt.exe', ...shell], shell] : [shell];
};
