import { type Command as Commander, Option } from 'commander';
import { containerSchemes } from '../../core/console/browser-choice.ts';
import type { AddCommand } from './add-command.ts';

/** The console in the browser. */
export function describeConsole(top: Commander, add: AddCommand): void {
  add(
    top,
    'console [profile]',
    (command) =>
      command
        .description('open the AWS console')
        .option('--mfa-code-stdin', 'read an MFA code from standard input if one is needed')
        .option('--print', 'print the link instead: it signs in whoever has it')
        .option('--region <region>', 'the region to open')
        .option('--service <service>', 'the service to open, for example ec2')
        .option(
          '--resource <arn-or-link>',
          'the page of a resource or of a link, in the profile that reaches its account',
        )
        .option('--browser <name>', 'the browser, and after a colon its profile: chrome:Default; or: default')
        .option('--portal', "through Identity Center's access portal, by what the browser is signed in to")
        .option('--confirm <name>', 'the name of a profile that is marked careful, once more'),
    async ([profile], options, world) =>
      (await import('../commands/console.ts')).openConsole({ ...options, profile }, world),
  );
  add(
    top,
    'browser [profile] [name]',
    (command) =>
      command
        .description(
          'list the browsers, and say or choose where the consoles of a profile open: chrome:Default, or default',
        )
        .option('--account', 'for all profiles of its account')
        .addOption(
          new Option(
            '--container <extension>',
            'in a container of Firefox, named like the profile, by an extension',
          ).choices(containerSchemes),
        ),
    async ([profile, name], options, world) =>
      (await import('../commands/browser.ts')).browser({ ...options, profile, name }, world),
  );
}
