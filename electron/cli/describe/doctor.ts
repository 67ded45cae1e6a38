import type { Command as Commander } from 'commander';
import type { AddCommand } from './add-command.ts';

/** `rolecall doctor`: why something does not work. */
export function describeDoctor(top: Commander, add: AddCommand): void {
  add(
    top,
    'doctor <profile>',
    (command) =>
      command
        .description('go the way to a profile step by step, and say what is wrong on it')
        .option('--mfa-code-stdin', 'read an MFA code from standard input if one is needed'),
    async ([profile = ''], options, world) =>
      (await import('../commands/doctor.ts')).diagnoseProfile({ ...options, profile }, world),
  );
}
