import type { Command as Commander } from 'commander';
import type { Result } from '../../core/result.ts';
import type { CliWorld, Output } from '../world.ts';

type Run = (
  parameters: readonly (string | undefined)[],
  // biome-ignore lint/suspicious/noExplicitAny: Commander's own type for options; each command names the ones it declared.
  options: any,
  world: CliWorld,
) => Promise<Result<Output>>;

export type AddCommand = (
  parent: Commander,
  definition: string,
  describe: (command: Commander) => void,
  run: Run,
) => void;

export type DescribeGroup = (group: Commander) => void;

/** A command that only holds others, for example `keys`. */
export function group(top: Commander, name: string, description: string, describeGroup: DescribeGroup): Commander {
  const made = top.command(name).description(description);
  describeGroup(made);
  return made;
}
