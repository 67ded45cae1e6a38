import { split } from 'shlex';
import type { EnvironmentChange } from '../../core/environment/variables.ts';
import { failure } from '../../core/failure.ts';
import type { Terminal } from '../../core/ports.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { changedEnvironment, type Env, type StartProgram, startProgram } from '../start-program.ts';
import { darwinCommands } from './terminal-darwin.ts';
import { linuxCommands } from './terminal-linux.ts';
import { win32Commands } from './terminal-win32.ts';

/** A command line by its words, the program first. */
export type Words = readonly [program: string, ...parameters: string[]];

export interface TerminalWorld {
  readonly env: Env;
  readonly home: string;
  /** A folder of Rolecall's own that nobody else can write. */
  readonly folder: string;
}

/** The command lines that may open a terminal, the best first. `own` is the person's, by its words. */
export type TerminalCommands = (
  change: EnvironmentChange,
  own: readonly string[],
  world: TerminalWorld,
) => Promise<readonly Words[]>;

/** The desktop's terminal, one file per system. Every command line is started by its words; no shell reads them. */
export function createTerminal({
  platform,
  start = startProgram,
  ...world
}: TerminalWorld & { readonly platform: string; readonly start?: StartProgram }): Terminal {
  const commands: TerminalCommands =
    platform === 'win32' ? win32Commands : platform === 'darwin' ? darwinCommands : linuxCommands;
  return {
    async open(change, own) {
      const words = wordsOf(own);
      if (!words) return failed(badCommand());
      const env = changedEnvironment(world.env, change);
      let why: string | undefined;
      for (const [program, ...parameters] of await commands(change, words, world)) {
        const started = await start(program, parameters, { env, cwd: world.home });
        if (started.ok) return ok(undefined);
        why = `${program} ${started.why}`;
      }
      return noTerminal(why, words.length > 0);
    },
  };
}

/** `undefined` for quotes that do not close. */
function wordsOf(command: string): string[] | undefined {
  try {
    return split(command);
  } catch {
    return undefined;
  }
}

function noTerminal(why: string | undefined, isOwn: boolean): Result<never> {
  return failed(
    failure(
      'not-supported',
      why === undefined ? 'No terminal program was found on this computer.' : `The terminal did not open: ${why}.`,
      isOwn
        ? 'Correct the command in Settings, General, Terminal.'
        : 'Name one in Settings, General, Terminal, for example: alacritty -e',
    ),
  );
}

function badCommand() {
  return failure(
    'bad-input',
    'The command for the terminal has a quote that does not close.',
    'Correct it in Settings, General, Terminal.',
  );
}
