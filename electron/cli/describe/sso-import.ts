import type { Command as Commander } from 'commander';
import type { AddCommand } from './add-command.ts';

/** The organisation behind a session, as profiles. */
export function describeSsoImport(sso: Commander, add: AddCommand): void {
  const many = (value: string, all: string[] = []) => [...all, value];
  add(
    sso,
    'import [session]',
    (command) =>
      command
        .description('write a profile for every role of the organisation that has none')
        .option('--template <template>', 'names of the profiles; fields: {account_name} {account_id} {role} {session}')
        .option('--region <region>', 'region of the profiles')
        .option('--account <id>', 'this account only; may be repeated', many)
        .option('--role <name>', 'this role only; may be repeated', many)
        .option('--anew', 'read the organisation again, also what is known')
        .option('--dry-run', 'print the change without making it'),
    async ([session], options, world) =>
      (await import('../commands/sso-import.ts')).ssoImport({ ...options, session, mode: 'import' }, world),
  );
  add(
    sso,
    'sync [session]',
    (command) =>
      command
        .description('bring imported profiles in step with the organisation; what you changed stays as it is')
        .option('--dry-run', 'print the change without making it'),
    async ([session], options, world) =>
      (await import('../commands/sso-import.ts')).ssoImport({ ...options, session, mode: 'sync', anew: true }, world),
  );
}
