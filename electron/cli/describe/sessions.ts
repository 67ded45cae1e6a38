import { type Command as Commander, Option } from 'commander';
import type { AddCommand } from './add-command.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell', 'json'];

/** Listing, switching and handing out. */
export function describeSessions(top: Commander, add: AddCommand): void {
  const mfa = (command: Commander) =>
    command.option('--mfa-code-stdin', 'read an MFA code from standard input if one is needed');

  add(
    top,
    'list',
    (command) => command.description('list the profiles'),
    async (_, __, world) => (await import('../commands/list.ts')).list({}, world),
  );
  add(
    top,
    'status',
    (command) => command.description('say which role is active, and for how long'),
    async (_, __, world) => (await import('../commands/status.ts')).status({}, world),
  );
  add(
    top,
    'switch <profile>',
    (command) =>
      mfa(command.description('make a profile the active one'))
        .option('--confirm <name>', 'the name of a profile that is marked careful, once more')
        .option('--duration <time>', 'how long the session lasts, for example 8h; with MFA over 1h takes its own code')
        .option('--own-code', 'a code for this role alone instead of one for all')
        .option('--ticket <id>', 'what you work on, for a session name that holds {ticket}'),
    async ([profile = ''], options, world) =>
      (await import('../commands/switch.ts')).switchProfile({ ...options, profile }, world),
  );
  add(
    top,
    'renew [profile]',
    (command) =>
      mfa(command.description('get a new session before the old one ends; of the active profile by default')),
    async ([profile], options, world) => (await import('../commands/renew.ts')).renew({ ...options, profile }, world),
  );
  add(
    top,
    'session <profile>',
    (command) =>
      command
        .description("say how long a profile's session lasts and what it costs; with an option, from the next one on")
        .option('--duration <time>', 'how long, for example 8h')
        .option('--own-code', 'a code for this role alone')
        .option('--shared-code', 'one code for all roles, an hour each')
        .option('--reset', 'as the AWS config file says'),
    async ([profile = ''], options, world) =>
      (await import('../commands/session.ts')).session({ ...options, profile }, world),
  );
  add(
    top,
    'credentials [profile]',
    (command) => mfa(command.description('print credentials for credential_process; of the active profile by default')),
    async ([profile], options, world) =>
      (await import('../commands/credentials.ts')).credentials({ ...options, profile }, world),
  );
  add(
    top,
    'env <profile>',
    (command) =>
      mfa(command.description('print what a shell sets to use a profile: eval "$(rolecall env PROFILE)"'))
        .addOption(new Option('--shell <shell>', 'whose words; your own by default').choices(shells))
        .option('--credentials', "the credentials of a session instead of the profile's name: a secret"),
    async ([profile = ''], options, world) =>
      (await import('../commands/env.ts')).environment({ ...options, profile }, world),
  );
  add(
    top,
    'terminal <profile>',
    (command) => command.description('open a terminal whose tools use a profile'),
    async ([profile = ''], _, world) => (await import('../commands/open-terminal.ts')).openTerminal({ profile }, world),
  );
  add(
    top,
    'label <profile>',
    (command) =>
      command
        .description('say in which folder and with which tags a profile is filed; with an option, from now on')
        .option('--folder <name>', 'the folder that the list can be grouped by')
        .option('--no-folder', 'as its name says: the part before the first "/"')
        .option('--tag <tags...>', 'tags to add')
        .option('--untag <tags...>', 'tags to take away'),
    async ([profile = ''], options, world) =>
      (await import('../commands/label.ts')).label({ ...options, profile }, world),
  );
  add(
    top,
    'sign-out [profile]',
    (command) => command.description('forget credentials; all of them by default').option('--all', 'of every profile'),
    async ([profile], options, world) =>
      (await import('../commands/sign-out.ts')).signOut({ ...options, profile }, world),
  );
  add(
    top,
    'plan <profile>',
    (command) => command.description('print the hops that lead to a profile; asks nobody'),
    async ([profile = ''], _, world) => (await import('../commands/plan.ts')).plan({ profile }, world),
  );
}
