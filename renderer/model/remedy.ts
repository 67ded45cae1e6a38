import type { ProfileRow } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';

/** The button that does what a failure's remedy says, where one can. */
export type Remedy = { readonly kind: 'add-key'; readonly profile: string } | { readonly kind: 'try-again' };

export function remedyOf(failure: Failure, row: ProfileRow): Remedy | undefined {
  switch (failure.kind) {
    case 'key-missing':
    case 'key-invalid':
    case 'secret-wrong':
      return { kind: 'add-key', profile: failure.profile ?? row.source ?? row.name };
    // A chain that is wrong in the file stays wrong until the file changes, and the list follows the file by itself.
    case 'chain-cycle':
    case 'chain-missing':
    case 'chain-contradiction':
    case 'file-ambiguous':
    case 'not-supported':
      return undefined;
    default:
      return { kind: 'try-again' };
  }
}
