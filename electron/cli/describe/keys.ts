import type { Command as Commander } from 'commander';
import type { AddCommand } from './add-command.ts';

/** `rolecall keys …`: the access keys in the keychain. */
export function describeKeys(keys: Commander, add: AddCommand): void {
  add(
    keys,
    'add <profile>',
    (command) =>
      command
        .description('put an access key into the keychain; its secret is read from standard input')
        .option('--access-key-id <id>', 'the id of the key; asked for on a terminal'),
    async ([profile = ''], options, world) =>
      (await import('../commands/keys-add.ts')).addKey({ ...options, profile }, world),
  );
  add(
    keys,
    'list',
    (command) => command.description('list the access keys'),
    async (_, __, world) => (await import('../commands/keys-list.ts')).listKeys({}, world),
  );
  add(
    keys,
    'remove <profile>',
    (command) => command.description('remove an access key from the keychain'),
    async ([profile = ''], _, world) => (await import('../commands/keys-remove.ts')).removeKey({ profile }, world),
  );
}
