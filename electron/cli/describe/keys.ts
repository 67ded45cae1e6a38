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
    'check [profile]',
    (command) => command.description('ask AWS how old the keys are and when they were last used'),
    async ([profile], _, world) => (await import('../commands/keys-check.ts')).checkKeys({ profile }, world),
  );
  add(
    keys,
    'rotate <profile>',
    (command) =>
      command
        .description('replace an access key by a new one; goes on where an earlier attempt ended')
        .option('--mfa-code-stdin', 'read an MFA code from standard input if one is needed'),
    async ([profile = ''], options, world) =>
      (await import('../commands/keys-rotate.ts')).rotateKey({ ...options, profile }, world),
  );
  add(
    keys,
    'find',
    (command) => command.description('look for access keys that stand in clear in the AWS files'),
    async (_, __, world) => (await import('../commands/keys-find.ts')).findKeys({}, world),
  );
  add(
    keys,
    'take [profile]',
    (command) =>
      command
        .description('take access keys that stand in clear into the keychain, and out of the file; all by default')
        .option('--dry-run', 'print the change without making it')
        .option('--adopt', 'let tools that name the profile get its credentials here'),
    async ([profile], options, world) =>
      (await import('../commands/keys-take.ts')).takeKeys({ ...options, profile }, world),
  );
  add(
    keys,
    'put-back <profile>',
    (command) =>
      command
        .description('take that back: the key stands in the file again, and not in the keychain')
        .option('--dry-run', 'print the change without making it'),
    async ([profile = ''], options, world) =>
      (await import('../commands/keys-put-back.ts')).putKeyBack({ ...options, profile }, world),
  );
  add(
    keys,
    'remove <profile>',
    (command) => command.description('remove an access key from the keychain'),
    async ([profile = ''], _, world) => (await import('../commands/keys-remove.ts')).removeKey({ profile }, world),
  );
}
