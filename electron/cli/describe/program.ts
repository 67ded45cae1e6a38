import type { Command as Commander } from 'commander';
import type { AddCommand } from './add-command.ts';

/** The running program itself. */
export function describeProgram(top: Commander, add: AddCommand): void {
  add(
    top,
    'open',
    (command) => command.description("show Rolecall's window"),
    async (_, __, world) => (await import('../commands/open.ts')).open({}, world),
  );
  add(
    top,
    'lock',
    (command) => command.description('hand nothing out until you unlock Rolecall in its window or tray menu'),
    async (_, __, world) => (await import('../commands/lock.ts')).lock({}, world),
  );
  add(
    top,
    'quit',
    (command) => command.description('end Rolecall and every session in its memory'),
    async (_, __, world) => (await import('../commands/quit.ts')).quit({}, world),
  );
}
