import type { Command as Commander } from 'commander';
import { type AddCommand, type DescribeGroup, group } from './describe/add-command.ts';
import { describeAudit } from './describe/audit.ts';
import { describeConfig } from './describe/config.ts';
import { describeConsole } from './describe/console.ts';
import { describeDoctor } from './describe/doctor.ts';
import { describeImport } from './describe/import.ts';
import { describeKeys } from './describe/keys.ts';
import { describeMfa } from './describe/mfa.ts';
import { describeProgram } from './describe/program.ts';
import { describeSessions } from './describe/sessions.ts';
import { describeSso } from './describe/sso.ts';
import { describeSsoImport } from './describe/sso-import.ts';

/**
 * Every command with its options, one file per area in `describe/`. What a
 * command does is imported when it is run: a command line pays for the one it names.
 */
export function describeCommands(top: Commander, add: AddCommand, describeGroup: DescribeGroup): void {
  describeSessions(top, add);
  describeConsole(top, add);
  describeKeys(group(top, 'keys', 'access keys in the keychain', describeGroup), add);
  const sso = group(top, 'sso', 'IAM Identity Center: signing in and out, importing an organisation', describeGroup);
  describeSso(sso, add);
  describeSsoImport(sso, add);
  describeConfig(group(top, 'config', 'what Rolecall changes in the AWS config file', describeGroup), add);
  describeAudit(top, add);
  describeDoctor(top, add);
  describeMfa(group(top, 'mfa', 'MFA devices, and where their codes come from', describeGroup), add, describeGroup);
  describeImport(top, add);
  describeProgram(top, add);
}
