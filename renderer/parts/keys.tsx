import { IconDelete, IconEnter } from './icons.ts';

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

/** The platform's command key, as its users know it. */
export const commandKey = isMac ? '⌘' : 'Ctrl';

export const shiftKey = isMac ? '⇧' : 'Shift';

/** Ctrl everywhere, Command on a Mac. */
export function hasCommandKey(event: { ctrlKey: boolean; metaKey: boolean }): boolean {
  return isMac ? event.metaKey : event.ctrlKey;
}

/** A key hint. `enter` and `backspace` are drawn, since their signs are missing in many fonts. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className="keys" aria-hidden="true">
      {keys.map((key) => (
        <kbd key={key}>
          {key === 'enter' ? (
            <IconEnter size={11} strokeWidth={2} />
          ) : key === 'backspace' ? (
            <IconDelete size={12} strokeWidth={2} />
          ) : (
            key
          )}
        </kbd>
      ))}
    </span>
  );
}
