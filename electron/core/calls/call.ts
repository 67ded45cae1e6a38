import type * as v from 'valibot';

/** Who may make a call. Each window has its own door, so none can do more than its screen needs. */
export type WindowName = 'popover' | 'mfa' | 'access-key' | 'mfa-device' | 'settings';
export type Door = WindowName | 'socket';

export interface CallSpec<D extends readonly Door[], I extends v.GenericSchema, O extends v.GenericSchema> {
  readonly doors: D;
  readonly input: I;
  readonly output: O;
}

/**
 * A call that a window may also stand still for: `client.now`. What it looks at is
 * in memory, so its handler waits for nothing, no disk and no other process.
 */
export function atOnce<S extends CallSpec<readonly Door[], v.GenericSchema, v.GenericSchema>>(
  spec: S,
): S & { readonly atOnce: true } {
  return { ...spec, atOnce: true };
}

/** Who may call, what goes in, what comes out. */
export function call<const D extends readonly Door[], const I extends v.GenericSchema, const O extends v.GenericSchema>(
  doors: D,
  input: I,
  output: O,
): CallSpec<D, I, O> {
  return { doors, input, output };
}
