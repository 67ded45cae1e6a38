import type { GlobalShortcut } from 'electron';
import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';

/**
 * The keys that open Rolecall from anywhere; none unless the person chose some.
 * Under Wayland a desktop without the GlobalShortcuts portal grants none.
 * @see https://www.electronjs.org/docs/latest/api/accelerator
 */
export function createShortcut(parts: {
  readonly globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>;
  readonly onPressed: () => void;
  readonly onWayland: boolean;
}) {
  const { globalShortcut, onPressed, onWayland } = parts;
  let current = '';

  function take(keys: string): boolean {
    try {
      return globalShortcut.register(keys, onPressed);
    } catch {
      // What is no accelerator throws.
      return false;
    }
  }

  return {
    /** Other keys, or none for an empty text. Those before are given back first, and stay given back when the new are refused. */
    set(keys: string): Result<void> {
      if (keys === current) return ok(undefined);
      if (current !== '') globalShortcut.unregister(current);
      current = '';
      if (keys === '') return ok(undefined);
      if (!take(keys)) return failed(onWayland ? refusedOnWayland(keys) : refused(keys));
      current = keys;
      return ok(undefined);
    },
  };
}

function refused(keys: string) {
  return failure(
    'not-supported',
    `The system does not give Rolecall the keys ${keys}: another program has them, or they cannot be used.`,
    'Choose others, or open Rolecall by its icon.',
  );
}

function refusedOnWayland(keys: string) {
  return failure(
    'not-supported',
    `This desktop does not give Rolecall the keys ${keys}: it runs Wayland, and has no portal for keys from anywhere.`,
    'Bind them in the settings of your desktop to the command: rolecall open.',
  );
}
