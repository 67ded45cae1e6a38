import type { Command as Commander } from 'commander';
import type { AddCommand } from './add-command.ts';

/** Profiles from elsewhere. */
export function describeImport(top: Commander, add: AddCommand): void {
  add(
    top,
    'import <file-or-link>',
    (command) =>
      command
        .description('add profiles from a switch-role link, AWS Extend Switch Roles, granted, aws-vault or Leapp')
        .option('--dry-run', 'print the change without making it')
        .option('--source <profile>', 'the profile that assumes the roles, where they name none')
        .option('--name <name>', 'the name of the one profile')
        .option('--prefix <text>', 'put before each new name'),
    async ([from = ''], options, world) =>
      (await import('../commands/import.ts')).importProfiles({ ...options, from }, world),
  );
}
