import type { PlainAction } from './row-actions.ts';

interface Key {
  /** As `KeyboardEvent.key` has it, letters in lower case. */
  readonly key: string;
  /** With Ctrl, on a Mac with Command. */
  readonly command?: true;
  readonly shift?: true;
}

/** The keys of what can be done with the selected profile: the search box takes them, the menu shows them. */
const rowKeys = {
  switch: { key: 'Enter' },
  console: { key: 'Enter', command: true },
  'choose-console': { key: 'Enter', command: true, shift: true },
  copy: { key: 'c', command: true },
  environment: { key: 'c', command: true, shift: true },
  terminal: { key: 't', command: true },
  'sign-out': { key: 'Backspace', command: true },
  pin: { key: 'p', command: true },
  details: { key: 'i', command: true },
} as const satisfies { readonly [K in PlainAction]?: Key };

export type KeyedAction = keyof typeof rowKeys;

/** The key of an action that has one; what takes back has the key of what it takes back. */
export function keyOf(action: string): Key | undefined {
  const name = action === 'unpin' ? 'pin' : action === 'cancel' ? 'sign-out' : action;
  return Object.hasOwn(rowKeys, name) ? rowKeys[name as KeyedAction] : undefined;
}

/** The action that a key means. */
export function actionOf(pressed: {
  readonly key: string;
  readonly command: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}): KeyedAction | undefined {
  if (pressed.altKey) return undefined;
  const typed = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  for (const [action, key] of Object.entries(rowKeys) as [KeyedAction, Key][]) {
    const held = Boolean(key.command) === pressed.command && (!key.command || Boolean(key.shift) === pressed.shiftKey);
    if (key.key === typed && held) return action;
  }
  return undefined;
}
