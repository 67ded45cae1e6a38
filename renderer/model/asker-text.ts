import type { Asker, AskingProgram } from '../../electron/core/asker.ts';
import { text } from '../text.ts';

/** Who asked for a code, in words; `path` is where its program is, when it is not the person. */
export interface AskerText {
  /** A program is called one: its name may be "You, from the tray". */
  readonly isProgram: boolean;
  readonly who: string;
  readonly path?: string;
}

export function askerText(asker: Asker): AskerText {
  switch (asker.through) {
    case 'popover':
      return { isProgram: false, who: text.asker.list };
    case 'settings':
      return { isProgram: false, who: text.asker.settings };
    case 'tray':
      return { isProgram: false, who: text.asker.tray };
    case 'upkeep':
      return { isProgram: false, who: text.asker.upkeep };
    case 'command':
    case 'credential-process':
      if (!asker.program) {
        return { isProgram: true, who: asker.through === 'command' ? text.asker.command : text.asker.unknown };
      }
      return { isProgram: true, who: withParent(asker.program, asker.parent), path: asker.program.path };
  }
}

function withParent(program: AskingProgram, parent: AskingProgram | undefined): string {
  return parent ? text.asker.startedBy(named(program), named(parent)) : named(program);
}

/** As much of a name as leaves room for its number, which cannot be chosen. */
const LONGEST_NAME = 40;

function named({ name, pid }: AskingProgram): string {
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return `${shown} (${pid})`;
}
