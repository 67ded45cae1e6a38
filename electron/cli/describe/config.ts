import type { Command as Commander } from 'commander';
import type { AddCommand } from './add-command.ts';

/** `rolecall config …`: the user's files. */
export function describeConfig(config: Commander, add: AddCommand): void {
  const dryRun = (command: Commander) => command.option('--dry-run', 'print the change without making it');
  add(
    config,
    'adopt <profile>',
    (command) => dryRun(command.description('let tools that name the profile get its credentials here')),
    async ([profile = ''], options, world) =>
      (await import('../commands/config-edit.ts')).editConfig({ ...options, edit: { kind: 'adopt', profile } }, world),
  );
  add(
    config,
    'release <profile>',
    (command) => dryRun(command.description('take the adoption back')),
    async ([profile = ''], options, world) =>
      (await import('../commands/config-edit.ts')).editConfig(
        { ...options, edit: { kind: 'release', profile } },
        world,
      ),
  );
  add(
    config,
    'default <on-or-off>',
    (command) => dryRun(command.description('let tools that name no profile follow the active one, or not any more')),
    async ([onOrOff = ''], options, world) =>
      (await import('../commands/config-default.ts')).editDefault({ ...options, onOrOff }, world),
  );
  describeOfflineConfig(config, add);
}

/** What works on the files alone: no program, no network, no keychain. */
function describeOfflineConfig(config: Commander, add: AddCommand): void {
  add(
    config,
    'show',
    (command) => command.description('print what the AWS files say, as the SDKs read them, without secrets'),
    async (_, __, world) => (await import('../commands/config-show.ts')).showConfig({}, world),
  );
  add(
    config,
    'check',
    (command) => command.description('look for what AWS tools refuse or read differently'),
    async (_, __, world) => (await import('../commands/config-check.ts')).checkConfig({}, world),
  );
  add(
    config,
    'get <profile> <key>',
    (command) => command.description('print one value; a nested key is PARENT.KEY'),
    async ([profile = '', key = ''], _, world) =>
      (await import('../commands/config-get.ts')).getKey({ profile, key }, world),
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
      (await import('../commands/config-set.ts')).setKey({ ...options, profile, key, value }, world),
  );
  add(
    config,
    'unset <profile> <key>',
    (command) => command.description('remove one key'),
    async ([profile = '', key = ''], _, world) =>
      (await import('../commands/config-unset.ts')).unsetKey({ profile, key }, world),
  );
  add(
    config,
    'remove <profile>',
    (command) => command.description('remove a profile from both files'),
    async ([profile = ''], _, world) =>
      (await import('../commands/config-remove.ts')).removeProfile({ profile }, world),
  );
  add(
    config,
    'rename <old> <new>',
    (command) => command.description('rename a profile, also where others name it as their source_profile'),
    async ([from = '', to = ''], _, world) =>
      (await import('../commands/config-rename.ts')).renameProfile({ from, to }, world),
  );
}
