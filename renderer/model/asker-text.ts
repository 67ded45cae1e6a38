import type { Asker, AskingProgram } from '../../electron/core/asker.ts';
import { text } from '../text.ts';

/** Who asked for a code, in words; `path` is where its program is, when it is not the person. */
export interface AskerText {
  readonly who: string;
  readonly path?: string;
}

export function askerText(asker: Asker): AskerText {
  switch (asker.through) {
    case 'popover':
      return { who: text.asker.list };
    case 'tray':
      return { who: text.asker.tray };
    case 'upkeep':
      return { who: text.asker.upkeep };
    case 'command':
    case 'credential-process':
      if (!asker.program) {
        return { who: asker.through === 'command' ? text.asker.command : text.asker.unknown };
      }
      return { who: withParent(asker.program, asker.parent), path: asker.program.path };
  }
}

function withParent(program: AskingProgram, parent: AskingProgram | undefined): string {
  return parent ? text.asker.startedBy(named(program), named(parent)) : named(program);
}

const named = ({ name, pid }: AskingProgram) => `${name} (${pid})`;
