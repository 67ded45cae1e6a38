import { type ComponentType, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import { Keys } from './keys.tsx';

/** Between the menu and the window's edge. */
const MARGIN_PX = 8;

export type MenuEntry =
  | 'line'
  | {
      readonly label: string;
      readonly icon: ComponentType<{ size?: number | string; strokeWidth?: number | string; 'aria-hidden'?: boolean }>;
      /** The keys that do the same. */
      readonly keys?: readonly string[];
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
  const choices = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  useLayoutEffect(() => {
    const it = menu.current;
    if (!it || top === undefined) return;
    const lowest = window.innerHeight - it.offsetHeight - MARGIN_PX;
    it.style.top = `${Math.max(MARGIN_PX, Math.min(top, lowest))}px`;
  }, [top]);

  useEffect(() => {
    const before = document.activeElement;
    menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
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
              role="menuitem"
              tabIndex={-1}
              className="menu-entry"
              onPointerMove={(event) => event.currentTarget.focus()}
              onClick={entry.onChoose}
            >
              <entry.icon size={16} strokeWidth={1.75} aria-hidden />
              <span>{entry.label}</span>
              {entry.keys && <Keys keys={entry.keys} />}
            </button>
          ),
        )}
      </div>
    </>
  );
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
