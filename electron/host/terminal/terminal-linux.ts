import { basename } from 'node:path';
import { findProgram } from '../find-program.ts';
import type { TerminalCommands, Words } from './terminal.ts';

/** Terminals, and what each wants before the command that runs in it; the desktop's choice first. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'xdg-terminal-exec': [],
  'x-terminal-emulator': ['-e'],
  'gnome-terminal': ['--'],
  ptyxis: ['--'],
  kgx: ['--'],
  konsole: ['-e'],
  'xfce4-terminal': ['-x'],
  'mate-terminal': ['-x'],
  tilix: ['-e'],
  terminator: ['-x'],
  ghostty: ['-e'],
  kitty: [],
  alacritty: ['-e'],
  wezterm: ['start', '--'],
  foot: [],
  qterminal: ['-e'],
  xterm: ['-e'],
};

/**
 * The person's own command, `$TERMINAL`, then what is installed. The variables
 * go along in the command line, by `env`: many terminals are one program for
 * all windows, whose new shells have the environment of the first.
 * @see https://gitlab.freedesktop.org/terminal-wg/specifications/-/merge_requests/3
 */
export const linuxCommands: TerminalCommands = async ({ set, unset }, own, { env }) => {
  const shell = [
    'env',
    ...unset.flatMap((name) => ['-u', name]),
    ...Object.entries(set).map(([name, value]) => `${name}=${value}`),
    env.SHELL || '/bin/sh',
  ];
  const running = ([program, ...parameters]: Words): Words => [
    program,
    // Who wrote the parameters wrote all of them.
    ...(parameters.length > 0 ? parameters : beforeCommand(program)),
    ...shell,
  ];
  const [program, ...parameters] = own;
  if (program !== undefined) return [running([program, ...parameters])];

  const found: Words[] = env.TERMINAL ? [[env.TERMINAL]] : [];
  for (const name of Object.keys(KNOWN)) if (await findProgram(name, env, 'linux')) found.push([name]);
  return found.map(running);
};

function beforeCommand(program: string): readonly string[] {
  return KNOWN[basename(program)] ?? ['-e'];
}
