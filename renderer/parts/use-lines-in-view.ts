import { type RefObject, useCallback, useSyncExternalStore } from 'react';
import type { LinePlaces } from '../model/line-places.ts';

/** Until the list has been laid out. */
const FIRST_VIEW_PX = 400;
/** Two lines of a list that no file is long enough for, in one number. */
const LINES = 2 ** 24;

/** The first and the last line that can be seen. It renders again only when these are others. */
export function useLinesInView(
  scroller: RefObject<HTMLElement | null>,
  places: LinePlaces,
): { readonly first: number; readonly last: number } {
  const subscribe = useCallback(
    (changed: () => void) => {
      const element = scroller.current;
      if (!element) return () => undefined;
      const resized = new ResizeObserver(changed);
      resized.observe(element);
      element.addEventListener('scroll', changed, { passive: true });
      return () => {
        resized.disconnect();
        element.removeEventListener('scroll', changed);
      };
    },
    [scroller],
  );
  const inView = useSyncExternalStore(subscribe, () => {
    const { scrollTop = 0, clientHeight = FIRST_VIEW_PX } = scroller.current ?? {};
    // A list that has become shorter is scrolled back only when it is laid out.
    const top = Math.max(0, Math.min(scrollTop, places.heightPx - clientHeight));
    return places.lineAt(top) * LINES + places.lineAt(top + clientHeight);
  });
  return { first: Math.floor(inView / LINES), last: inView % LINES };
}
