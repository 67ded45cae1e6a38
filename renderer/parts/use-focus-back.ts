import { type RefObject, useEffect, useRef } from 'react';

/**
 * For the control that opens something in place, such as a question: what closes
 * takes the focus with it, and it comes back here. Focus that is elsewhere by then stays there.
 */
export function useFocusBack<E extends HTMLElement>(open: boolean): RefObject<E | null> {
  const control = useRef<E>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) control.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return control;
}
