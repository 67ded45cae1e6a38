import * as v from 'valibot';

const ProgramSchema = v.object({
  /** The executable's file name, or what the OS calls the process. */
  name: v.string(),
  pid: v.number(),
  path: v.optional(v.string()),
});

/**
 * Who asked. A prompt names it, because a code typed for the wrong program is a
 * gift: `credential-process` and `command` carry the program behind the socket. `upkeep` is
 * Rolecall itself, which renews what is in use and asks nobody.
 */
export const AskerSchema = v.object({
  through: v.picklist(['popover', 'settings', 'tray', 'command', 'credential-process', 'upkeep']),
  program: v.optional(ProgramSchema),
  parent: v.optional(ProgramSchema),
  /** The OS user at the other end of the socket, by the kernel's word. */
  uid: v.optional(v.number()),
});

export type Asker = v.InferOutput<typeof AskerSchema>;
export type AskingProgram = v.InferOutput<typeof ProgramSchema>;
