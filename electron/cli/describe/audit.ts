import type { Command as Commander } from 'commander';
import type { AddCommand } from './add-command.ts';

/** The audit log: it is read from its files, so that no program has to run. */
export function describeAudit(top: Commander, add: AddCommand): void {
  add(
    top,
    'audit',
    (command) =>
      command
        .description('print who was given what, from the audit log')
        .option('--verify', 'check instead that nobody changed or cut the log')
        .option('--profile <profile>', 'only of this profile')
        .option('--search <words>', 'only entries that hold all of these words')
        .option('--since <time>', 'only from then on: 30m, 12h, 7d, or a date such as 2026-01-31')
        .option('--last <n>', 'at most so many, 50 by default'),
    async (_, options, world) => (await import('../commands/audit.ts')).audit(options, world),
  );
}
