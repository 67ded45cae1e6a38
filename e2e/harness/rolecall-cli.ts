import { type Ran, type RunOptions, run } from './processes.ts';

/** Runs the built `rolecall` command. */
export type RolecallCli = (args: readonly string[], options?: RunOptions) => Promise<Ran>;

export function createRolecallCli({ env, file }: { env: Readonly<Record<string, string>>; file: string }): RolecallCli {
  return (args, options = {}) => run(process.execPath, [file, ...args], { env, ...options });
}
