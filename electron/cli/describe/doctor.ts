import type { Command as Commander } from 'commander';
import type { AddCommand } from './add-command.ts';

/** `rolecall doctor`: why something does not work. */
export function describeDoctor(top: Commander, add: AddCommand): void {
  add(
    top,
    'doctor [profile]',
    (command) =>
      command
        .description('look for what is wrong: on this computer, or on the way to a profile')
        .option('--mfa-code-stdin', 'read an MFA code from standard input if one is needed'),
    async ([profile], options, world) =>
      profile === undefined
        ? (await import('../commands/doctor-machine.ts')).checkMachine({}, world)
        : (await import('../commands/doctor.ts')).diagnoseProfile({ ...options, profile }, world),
  );
}
