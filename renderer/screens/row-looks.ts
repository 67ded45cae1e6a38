import type { RowAction } from '../model/row-actions.ts';
import {
  IconAgain,
  IconClose,
  IconConsole,
  IconCopy,
  IconDetails,
  IconFile,
  IconKey,
  IconPin,
  IconServices,
  IconSignOut,
  IconSwitch,
  IconTerminal,
  IconUnpin,
  IconWhy,
} from '../parts/icons.ts';
import { text } from '../text.ts';

interface Look {
  readonly label: string;
  readonly icon: typeof IconKey;
}

const looks: Readonly<Record<RowAction['kind'], Look>> = {
  switch: { label: text.actions.switch, icon: IconSwitch },
  'try-again': { label: text.actions.tryAgain, icon: IconAgain },
  'set-key': { label: '', icon: IconFile },
  why: { label: text.diagnosis.why, icon: IconWhy },
  'add-key': { label: text.actions.addKey, icon: IconKey },
  console: { label: text.openConsole, icon: IconConsole },
  'choose-console': { label: text.rowMenu.chooseConsole, icon: IconServices },
  copy: { label: text.rowMenu.copy, icon: IconCopy },
  environment: { label: text.rowMenu.environment, icon: IconKey },
  terminal: { label: text.rowMenu.terminal, icon: IconTerminal },
  'sign-out': { label: text.actions.signOut, icon: IconSignOut },
  cancel: { label: text.actions.cancel, icon: IconClose },
  pin: { label: text.actions.pin, icon: IconPin },
  unpin: { label: text.actions.unpin, icon: IconUnpin },
  details: { label: text.rowMenu.details, icon: IconDetails },
  adopt: { label: text.rowMenu.adopt, icon: IconFile },
  release: { label: text.rowMenu.release, icon: IconFile },
};

/** The name and the icon of an action. */
export function lookOf(action: RowAction): Look {
  const look = looks[action.kind];
  return 'label' in action ? { ...look, label: action.label } : look;
}
