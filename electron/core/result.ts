import type { Failure } from './failure.ts';

/** The outcome of anything that can fail. Failures travel as values: Electron and HTTP strip thrown errors of all they carry. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}
