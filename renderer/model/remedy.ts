import type { FileEdit, ProfileRow } from '../../electron/core/contract.ts';
import type { Failure, FixAct } from '../../electron/core/failure.ts';

/** The button that does what a failure's remedy says, where one can. */
export type Remedy =
  | { readonly kind: 'add-key'; readonly profile: string }
  | { readonly kind: 'set-key'; readonly label: string; readonly edit: FileEdit }
  | { readonly kind: 'why' | 'try-again' };

/** What the main process offers; a failure that it did not explain has what its kind allows. */
export function remediesOf(failure: Failure, row: ProfileRow): Remedy[] {
  const { fixes } = failure;
  if (!fixes) {
    const remedy = remedyOf(failure, row);
    return remedy ? [remedy] : [];
  }
  return fixes.flatMap(({ label, act }) => (act ? [remedyFor(act, label)] : []));
}

/** A fix as what the interface does about it. */
function remedyFor(act: FixAct, label: string): Remedy {
  switch (act.kind) {
    case 'add-key':
      return act;
    case 'switch':
      return { kind: 'try-again' };
    case 'set-key':
      return { kind: 'set-key', label, edit: act };
    case 'diagnose':
      return { kind: 'why' };
  }
}

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
