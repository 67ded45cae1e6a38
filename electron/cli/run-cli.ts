import { Command as Commander, CommanderError, type OutputConfiguration } from 'commander';
import { type Failure, failure } from '../core/failure.ts';
import { failed, type Result } from '../core/result.ts';
import { describeCommands } from './commands.ts';
import type { AddCommand } from './describe/add-command.ts';
import { printFailure, printOutput } from './print.ts';
import { whileWaiting } from './waiting.ts';
import type { CliWorld, Output } from './world.ts';

/** Runs one command line (without the interpreter and script); answers with the exit status. */
export async function runCli(argv: readonly string[], world: CliWorld): Promise<number> {
  // Read by hand as well, because a command line that does not parse has no options yet.
  const options = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const json = options.includes('--json');
  let answer: Result<Output> | undefined;

  const commander = new Commander('rolecall');
  silence(commander, world);
  commander.description('Switch AWS roles.').version(world.version).enablePositionalOptions();

  const add: AddCommand = (parent, definition, withOptions, run) => {
    const command = parent.command(definition);
    silence(command, world);
    withOptions(command.option('--json', 'print one JSON document').allowExcessArguments(false));
    command.action(async (...all: unknown[]) => {
      const parameters = all.slice(0, -2) as (string | undefined)[];
      answer = await whileWaiting(world, () => run(parameters, command.opts(), world));
    });
  };
  describeCommands(commander, add, (group) => silence(group, world));

  try {
    await commander.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    answer = failed(error instanceof CommanderError ? badCommandLine(error) : broken(error));
  }
  answer ??= failed(failure('bad-input', 'No command was given.', 'See: rolecall --help'));
  if (answer.ok) printOutput(answer.value, json, world);
  else printFailure(answer.failure, json, world);
  return answer.ok ? (answer.value.status ?? 0) : 1;
}

/** Commander would print and exit by itself. */
function silence(command: Commander, world: CliWorld): void {
  const output: OutputConfiguration = {
    writeOut: (text) => world.stdout.write(text),
    writeErr: () => undefined,
  };
  command.exitOverride().configureOutput(output).helpCommand(false).showHelpAfterError(false);
}

function badCommandLine(error: CommanderError): Failure {
  if (error.code === 'commander.help') return failure('bad-input', 'No command was given.', 'See: rolecall --help');
  // What follows a "=" is a value, and might be a secret that should not have been there.
  const message = error.message.replace(/^error: /, '').replaceAll(/(--?[\w-]+)=[^']*/g, '$1');
  return failure('bad-input', `${message.charAt(0).toUpperCase()}${message.slice(1)}`, 'See: rolecall --help');
}

function broken(error: unknown): Failure {
  const kind = error instanceof Error ? error.name : 'error';
  return failure('internal', `The command failed (${kind}).`, 'Try again, and report it if it stays.');
}
