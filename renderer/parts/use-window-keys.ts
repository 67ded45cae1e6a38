import { useEffect, useEffectEvent } from 'react';

/** Hears keys that mean the whole window, also while nothing in it has the focus; what took a key itself stops it or prevents its default. */
export function useWindowKeys(onKeyDown: (event: KeyboardEvent) => void): void {
  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented && !event.isComposing) onKeyDown(event);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => heard(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
