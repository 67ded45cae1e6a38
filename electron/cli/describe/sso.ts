import type { Command as Commander } from 'commander';
import type { AddCommand } from './add-command.ts';

/** IAM Identity Center: signing in and out, and its organisation. */
export function describeSso(sso: Commander, add: AddCommand): void {
  add(
    sso,
    'login [session]',
    (command) =>
      command
        .description('sign in to IAM Identity Center; the session may be left out when there is only one')
        .option('--device', 'with a code that is typed in any browser, also on another computer')
        .option('--no-browser', 'print the link instead of opening it'),
    async ([session], options, world) =>
      (await import('../commands/sso-login.ts')).ssoLogin({ ...options, session }, world),
  );
  add(
    sso,
    'status',
    (command) => command.description('list the Identity Center sessions, and how long each lasts'),
    async (_, __, world) => (await import('../commands/sso-status.ts')).ssoStatus({}, world),
  );
  add(
    sso,
    'logout [session]',
    (command) => command.description('end the sign-in at AWS and forget it'),
    async ([session], _, world) => (await import('../commands/sso-logout.ts')).ssoLogout({ session }, world),
  );
}
