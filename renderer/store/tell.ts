import type { Store } from './state.ts';

/** Says what was just done: where it was asked for, and to screen readers. */
export type Tell = (said: string, more?: string) => void;

export function createTell({ setState: set }: Store): Tell {
  return (said, more) =>
    set({ notice: { text: said, ...(more !== undefined && { more }) }, announcement: [said, more].join(' ').trim() });
}
