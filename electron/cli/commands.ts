import type { Command as Commander } from 'commander';
import type { Result } from '../core/result.ts';
import type { CliWorld, Output } from './world.ts';

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

/**
 * Every command with its options. What a command does is imported when it is
 * run: a command line pays for the one it names.
 */
export function describeCommands(top: Commander, add: AddCommand, describeGroup: (group: Commander) => void): void {
  const mfa = (command: Commander) =>
    command.option('--mfa-code-stdin', 'read an MFA code from standard input if one is needed');

  add(
    top,
    'list',
    (command) => command.description('list the profiles'),
    async (_, __, world) => (await import('./commands/list.ts')).list({}, world),
  );
  add(
    top,
    'status',
    (command) => command.description('say which role is active, and for how long'),
    async (_, __, world) => (await import('./commands/status.ts')).status({}, world),
  );
  add(
    top,
    'switch <profile>',
    (command) => mfa(command.description('make a profile the active one')),
    async ([profile = ''], options, world) =>
      (await import('./commands/switch.ts')).switchProfile({ ...options, profile }, world),
  );
  add(
    top,
    'credentials [profile]',
    (command) => mfa(command.description('print credentials for credential_process; of the active profile by default')),
    async ([profile], options, world) =>
      (await import('./commands/credentials.ts')).credentials({ ...options, profile }, world),
  );
  add(
    top,
    'console <profile>',
    (command) =>
      mfa(
        command
          .description('open the AWS console')
          .option('--print', 'print the link instead: it signs in whoever has it')
          .option('--region <region>', 'the region to open')
          .option('--service <service>', 'the service to open, for example ec2'),
      ),
    async ([profile = ''], options, world) =>
      (await import('./commands/console.ts')).openConsole({ ...options, profile }, world),
  );
  add(
    top,
    'sign-out [profile]',
    (command) => command.description('forget credentials; all of them by default').option('--all', 'of every profile'),
    async ([profile], options, world) =>
      (await import('./commands/sign-out.ts')).signOut({ ...options, profile }, world),
  );
  describeKeys(group(top, 'keys', 'access keys in the keychain', describeGroup), add);
  describeConfig(group(top, 'config', 'what Rolecall changes in the AWS config file', describeGroup), add);
  add(
    top,
    'plan <profile>',
    (command) => command.description('print the hops that lead to a profile; asks nobody'),
    async ([profile = ''], _, world) => (await import('./commands/plan.ts')).plan({ profile }, world),
  );
  add(
    top,
    'open',
    (command) => command.description("show Rolecall's window"),
    async (_, __, world) => (await import('./commands/open.ts')).open({}, world),
  );
  add(
    top,
    'quit',
    (command) => command.description('sign out of all and end Rolecall'),
    async (_, __, world) => (await import('./commands/quit.ts')).quit({}, world),
  );
}

function group(
  top: Commander,
  name: string,
  description: string,
  describeGroup: (group: Commander) => void,
): Commander {
  const made = top.command(name).description(description);
  describeGroup(made);
  return made;
}

function describeKeys(keys: Commander, add: AddCommand): void {
  add(
    keys,
    'add <profile>',
    (command) =>
      command
        .description('put an access key into the keychain; its secret is read from standard input')
        .option('--access-key-id <id>', 'the id of the key; asked for on a terminal'),
    async ([profile = ''], options, world) =>
      (await import('./commands/keys-add.ts')).addKey({ ...options, profile }, world),
  );
  add(
    keys,
    'list',
    (command) => command.description('list the access keys'),
    async (_, __, world) => (await import('./commands/keys-list.ts')).listKeys({}, world),
  );
  add(
    keys,
    'remove <profile>',
    (command) => command.description('remove an access key from the keychain'),
    async ([profile = ''], _, world) => (await import('./commands/keys-remove.ts')).removeKey({ profile }, world),
  );
}

function describeConfig(config: Commander, add: AddCommand): void {
  const dryRun = (command: Commander) => command.option('--dry-run', 'print the change without making it');
  add(
    config,
    'adopt <profile>',
    (command) => dryRun(command.description('let tools that name the profile get its credentials here')),
    async ([profile = ''], options, world) =>
      (await import('./commands/config-edit.ts')).editConfig({ ...options, edit: { kind: 'adopt', profile } }, world),
  );
  add(
    config,
    'release <profile>',
    (command) => dryRun(command.description('take the adoption back')),
    async ([profile = ''], options, world) =>
      (await import('./commands/config-edit.ts')).editConfig({ ...options, edit: { kind: 'release', profile } }, world),
  );
  add(
    config,
    'default <on-or-off>',
    (command) => dryRun(command.description('let tools that name no profile follow the active one, or not any more')),
    async ([onOrOff = ''], options, world) =>
      (await import('./commands/config-default.ts')).editDefault({ ...options, onOrOff }, world),
  );
  describeOfflineConfig(config, add);
}

/** What works on the files alone: no program, no network, no keychain. */
function describeOfflineConfig(config: Commander, add: AddCommand): void {
  add(
    config,
    'show',
    (command) => command.description('print what the AWS files say, as the SDKs read them, without secrets'),
    async (_, __, world) => (await import('./commands/config-show.ts')).showConfig({}, world),
  );
  add(
    config,
    'check',
    (command) => command.description('look for what AWS tools refuse or read differently'),
    async (_, __, world) => (await import('./commands/config-check.ts')).checkConfig({}, world),
  );
  add(
    config,
    'get <profile> <key>',
    (command) => command.description('print one value; a nested key is PARENT.KEY'),
    async ([profile = '', key = ''], _, world) =>
      (await import('./commands/config-get.ts')).getKey({ profile, key }, world),
  );
  add(
    config,
    'set <profile> <key> [value]',
    (command) =>
      command
        .description('set one key; no other byte of the file changes')
        .option('--session <name>', 'a key of that [sso-session] instead; the profile may then be left out')
        // A value may begin with "-": what is no option of the command is taken as it stands.
        .allowUnknownOption(),
    async ([profile = '', key = '', value], options, world) =>
      (await import('./commands/config-set.ts')).setKey({ ...options, profile, key, value }, world),
  );
  add(
    config,
    'unset <profile> <key>',
    (command) => command.description('remove one key'),
    async ([profile = '', key = ''], _, world) =>
      (await import('./commands/config-unset.ts')).unsetKey({ profile, key }, world),
  );
  add(
    config,
    'remove <profile>',
    (command) => command.description('remove a profile from both files'),
    async ([profile = ''], _, world) => (await import('./commands/config-remove.ts')).removeProfile({ profile }, world),
  );
  add(
    config,
    'rename <old> <new>',
    (command) => command.description('rename a profile, also where others name it as their source_profile'),
    async ([from = '', to = ''], _, world) =>
      (await import('./commands/config-rename.ts')).renameProfile({ from, to }, world),
  );
}
