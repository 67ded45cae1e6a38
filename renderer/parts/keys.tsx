import type { ComponentType } from 'react';
import { type Chord, meaningOf, type Pressed, promptKeys } from '../model/keys.ts';
import { text } from '../text.ts';
import { IconArrowDown, IconArrowUp, IconBack, IconDelete, IconEnter, IconForward } from './icons.ts';

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

/** A press as the tables of keys understand it. The command key is Ctrl everywhere, Command on a Mac. */
export function pressedKeys(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  mac = isMac,
): Pressed {
  const [command, foreign] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return { key: event.key, command, shift: event.shiftKey, other: event.altKey || foreign };
}

/** Whether a press gives up what a window asks for. */
export const cancels = (event: Parameters<typeof pressedKeys>[0]): boolean =>
  meaningOf(promptKeys, pressedKeys(event)) === 'cancel';

/** Drawn, since their signs are missing in many fonts. */
const drawn: Readonly<Record<string, ComponentType<{ size: number; strokeWidth: number }>>> = {
  Enter: IconEnter,
  Backspace: IconDelete,
  ArrowUp: IconArrowUp,
  ArrowDown: IconArrowDown,
  ArrowLeft: IconBack,
  ArrowRight: IconForward,
};

/** A key hint, for the eye: what it stands beside says the same in words, or has the key by itself. */
export function Keys({ chord }: { readonly chord: Chord }) {
  const Drawn = drawn[chord.key];
  return (
    <span className="keys" aria-hidden="true">
      {modifiersOf(chord, text.shortcuts.caps).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
      <kbd>{Drawn ? <Drawn size={chord.key === 'Backspace' ? 12 : 11} strokeWidth={2} /> : nameOf(chord.key)}</kbd>
    </span>
  );
}

/** The keys in words, as a person would say them: `Ctrl+Shift+Enter`. */
export function keysInWords(chord: Chord, mac = isMac): string {
  return [...modifiersOf(chord, text.shortcuts.words, mac), nameOf(chord.key)].join('+');
}

type ModifierWords = Readonly<Record<'command' | 'commandOnMac' | 'shift' | 'shiftOnMac', string>>;

function modifiersOf({ command, shift }: Chord, words: ModifierWords, mac = isMac): string[] {
  return [
    ...(command ? [mac ? words.commandOnMac : words.command] : []),
    ...(shift ? [mac ? words.shiftOnMac : words.shift] : []),
  ];
}

function nameOf(key: string): string {
  const names: Readonly<Record<string, string>> = text.shortcuts.names;
  return names[key] ?? key.toUpperCase();
}
