import { type ComponentType, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { Chord } from '../model/keys.ts';
import { classes } from './classes.ts';
import { IconCheck } from './icons.ts';
import { Keys } from './keys.tsx';

const ITEMS = '[role=menuitem], [role=menuitemradio]';

/** Between the menu and the window's edge. */
const MARGIN_PX = 8;

export type MenuEntry =
  | 'line'
  | {
      readonly label: string;
      /** A choice has none: there stands what is chosen. */
      readonly icon?: ComponentType<{ size?: number | string; strokeWidth?: number | string; 'aria-hidden'?: boolean }>;
      /** The keys that do the same. */
      readonly keys?: Chord | undefined;
      /** One of several, of which one is chosen. */
      readonly checked?: boolean;
      readonly onChoose: () => void;
    };

interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** The height of the window it hangs from; it stands at its place in the page without one. */
  readonly top?: number;
  readonly onClose: () => void;
}

/** A menu that takes focus, walks by arrows and first letters, and gives focus back. @see https://www.w3.org/WAI/ARIA/apg/patterns/menubar/ */
export function Menu({ label, entries, top, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const choices = () => [...(menu.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];

  useLayoutEffect(() => {
    const it = menu.current;
    if (!it || top === undefined) return;
    const lowest = window.innerHeight - it.offsetHeight - MARGIN_PX;
    it.style.top = `${Math.max(MARGIN_PX, Math.min(top, lowest))}px`;
  }, [top]);

  useEffect(() => {
    const before = document.activeElement;
    menu.current?.querySelector<HTMLElement>(ITEMS)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const all = choices();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = target(event.key, at, all);
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (to === undefined) return;
    else all[to]?.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press anywhere else closes the menu; Escape does, too */}
      <div className="menu-outside" onMouseDown={onClose} />
      <div
        ref={menu}
        className={classes('menu', top !== undefined && 'menu-hanging')}
        role="menu"
        aria-label={label}
        onKeyDown={onKeyDown}
        tabIndex={-1}
      >
        {entries.map((entry, at) =>
          entry === 'line' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
            <hr key={`line-${at}`} className="menu-line" />
          ) : (
            <button
              key={entry.label}
              type="button"
              {...(entry.checked === undefined
                ? { role: 'menuitem' }
                : { role: 'menuitemradio', 'aria-checked': entry.checked })}
              tabIndex={-1}
              className="menu-entry"
              onPointerMove={(event) => event.currentTarget.focus()}
              onClick={entry.onChoose}
            >
              <MenuIcon icon={entry.icon} checked={entry.checked} />
              <span>{entry.label}</span>
              {entry.keys && <Keys chord={entry.keys} />}
            </button>
          ),
        )}
      </div>
    </>
  );
}

function MenuIcon({ icon: Icon, checked }: { icon: Exclude<MenuEntry, 'line'>['icon']; checked: boolean | undefined }) {
  if (Icon) return <Icon size={16} strokeWidth={1.75} aria-hidden />;
  return checked ? <IconCheck size={16} strokeWidth={2} aria-hidden /> : <span className="menu-blank" />;
}

function target(key: string, at: number, all: readonly HTMLElement[]): number | undefined {
  const count = all.length;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1 || key === ' ') return undefined;
  for (let step = 1; step <= count; step += 1) {
    const to = (at + step) % count;
    if (all[to]?.textContent?.toLowerCase().startsWith(key.toLowerCase())) return to;
  }
  return undefined;
}
