import type { PlainAction } from './row-actions.ts';

/** Keys that are pressed together. */
export interface Chord {
  /** As `KeyboardEvent.key` has it, letters in lower case. */
  readonly key: string;
  /** With Ctrl, on a Mac with Command. */
  readonly command?: true;
  readonly shift?: true;
}

/** What is down at a press of a key. */
export interface Pressed {
  /** As `KeyboardEvent.key` has it. */
  readonly key: string;
  readonly command: boolean;
  readonly shift: boolean;
  /** Any other: Alt, and what is not the platform's own command key. */
  readonly other: boolean;
}

/** What can be done by keys, each by one chord or by several, of which the first is the one to learn. */
type Keys<A extends string = string> = { readonly [K in A]: readonly [Chord, ...Chord[]] };

/*
 * Every key that Rolecall itself listens to is here and nowhere else: windows and
 * fields ask these tables what a press means, menus and the footer show them as
 * hints, and the settings list them. What a key means where two tables have it,
 * the one who listens says: Enter opens a collapsed group before it switches.
 */

/** The list, with the search box that has the focus. */
export const listKeys = {
  next: [{ key: 'ArrowDown' }],
  previous: [{ key: 'ArrowUp' }],
  'page-down': [{ key: 'PageDown' }],
  'page-up': [{ key: 'PageUp' }],
  first: [{ key: 'Home' }],
  last: [{ key: 'End' }],
  collapse: [{ key: 'ArrowLeft' }],
  expand: [{ key: 'Enter' }, { key: 'ArrowRight' }],
  'row-menu': [{ key: 'F10', shift: true }, { key: 'ContextMenu' }],
  menu: [{ key: 'k', command: true }],
  back: [{ key: 'Escape' }],
} as const satisfies Keys;

/** What is done with the selected profile. */
export const rowKeys = {
  switch: [{ key: 'Enter' }],
  console: [{ key: 'Enter', command: true }],
  'choose-console': [{ key: 'Enter', command: true, shift: true }],
  copy: [{ key: 'c', command: true }],
  environment: [{ key: 'c', command: true, shift: true }],
  terminal: [{ key: 't', command: true }],
  'sign-out': [{ key: 'Backspace', command: true }],
  pin: [{ key: 'p', command: true }],
  details: [{ key: 'i', command: true }],
} as const satisfies Keys & { readonly [K in PlainAction]?: unknown };

/** The choice of a service or a region. */
export const pickKeys = {
  next: [{ key: 'ArrowDown' }],
  previous: [{ key: 'ArrowUp' }],
  'page-down': [{ key: 'PageDown' }],
  'page-up': [{ key: 'PageUp' }],
  take: [{ key: 'Enter' }],
  favourite: [{ key: 'p', command: true }],
  back: [{ key: 'Escape' }],
} as const satisfies Keys;

/** Windows that ask for a code, an access key or a device. The form itself is sent by the platform's own Enter. */
export const promptKeys = {
  send: [{ key: 'Enter' }],
  cancel: [{ key: 'Escape' }],
} as const satisfies Keys;

/** The window of details and settings. Its pages are tabs, which have these arrows from the library. */
export const settingsKeys = {
  next: [{ key: 'ArrowDown' }],
  previous: [{ key: 'ArrowUp' }],
  take: [{ key: 'Enter' }],
  close: [{ key: 'w', command: true }],
} as const satisfies Keys;

/** All of them, in the order of the page that lists them. */
export const keyTables = {
  list: listKeys,
  row: rowKeys,
  pick: pickKeys,
  prompt: promptKeys,
  settings: settingsKeys,
} as const;

export type ListKey = keyof typeof listKeys;
export type RowKey = keyof typeof rowKeys;

/** Which of these a press means, if any. */
export function meaningOf<A extends string>(keys: Keys<A>, pressed: Pressed): A | undefined {
  for (const [meaning, chords] of Object.entries(keys) as [A, readonly Chord[]][])
    if (chords.some((chord) => isPressed(chord, pressed))) return meaning;
  return undefined;
}

function isPressed({ key, command, shift }: Chord, pressed: Pressed): boolean {
  const typed = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  if (pressed.other || key !== typed || Boolean(command) !== pressed.command) return false;
  // Shift may still be down from the capital letter before.
  return Boolean(shift) === pressed.shift || (key === 'Enter' && !command);
}

/** The keys of an action of the row's menu that has some; what takes back has those of what it takes back. */
export function chordOf(action: string): Chord | undefined {
  const name = action === 'unpin' ? 'pin' : action === 'cancel' ? 'sign-out' : action;
  return Object.hasOwn(rowKeys, name) ? rowKeys[name as RowKey][0] : undefined;
}
