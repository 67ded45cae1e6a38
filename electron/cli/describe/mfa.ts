import type { Command as Commander } from 'commander';
import { type AddCommand, type DescribeGroup, group } from './add-command.ts';

/** `rolecall mfa …`: MFA devices, and where their codes come from. */
export function describeMfa(mfa: Commander, add: AddCommand, describeGroup: DescribeGroup): void {
  add(
    mfa,
    'list',
    (command) =>
      command
        .description('list the MFA devices that profiles name, and which seeds are kept here')
        .option('--aws', 'ask AWS, too, which devices the users have whose keys are kept here'),
    async (_, options, world) => (await import('../commands/mfa-list.ts')).listMfaDevices(options, world),
  );
  const seed = group(mfa, 'seed', 'seeds in the keychain: then no code is asked for', describeGroup);
  add(
    seed,
    'add <serial>',
    (command) =>
      command.description('keep the seed of a device; base32 or an otpauth:// URL is read from standard input'),
    async ([mfaSerial = ''], _, world) => (await import('../commands/mfa-seed.ts')).addSeed({ mfaSerial }, world),
  );
  add(
    seed,
    'remove <serial>',
    (command) => command.description('remove the seed of a device from the keychain'),
    async ([mfaSerial = ''], _, world) => (await import('../commands/mfa-seed.ts')).removeSeed({ mfaSerial }, world),
  );
  add(
    mfa,
    'process <on-or-off>',
    (command) => command.description('let the mfa_process command of a profile be run for codes, or not'),
    async ([onOrOff = ''], _, world) =>
      (await import('../commands/mfa-settings.ts')).setMfa({ setting: 'mfaProcess', onOrOff }, world),
  );
  add(
    mfa,
    'keep-sessions <on-or-off>',
    (command) =>
      command.description('keep MFA sessions in the keychain, so that a restart of Rolecall asks for no code'),
    async ([onOrOff = ''], _, world) =>
      (await import('../commands/mfa-settings.ts')).setMfa({ setting: 'keepMfaSessions', onOrOff }, world),
  );
  add(
    mfa,
    'enrol <profile>',
    (command) =>
      command
        .description('set up an authenticator app for the IAM user of a profile')
        .option('--name <name>', 'what AWS calls the device; the user’s name by default')
        .option('--keep-seed', 'keep the seed in the keychain as well: then no code of it is asked for')
        .option('--set-serial', 'write mfa_serial into the profile without asking')
        .option('--window', 'do it in Rolecall’s window instead')
        .option('--show-url', 'print the secret as an otpauth:// URL, too: whoever has it has the device'),
    async ([profile = ''], options, world) =>
      (await import('../commands/mfa-enrol.ts')).enrol({ ...options, profile }, world),
  );
}
