import { useCallback, useEffect, useState } from 'react';
import type { Client } from '../../../electron/core/client.ts';
import type { Diagnosis } from '../../../electron/core/doctor/check.ts';
import type { Failure } from '../../../electron/core/failure.ts';

type State =
  | { readonly at: 'looking' | 'trying'; readonly before?: Diagnosis }
  | { readonly at: 'found'; readonly diagnosis: Diagnosis }
  | { readonly at: 'refused'; readonly failure: Failure };

/** Looks at a profile's way when it is first shown, and tries it at AWS when a person says so. */
export function useDiagnosis(client: Pick<Client<'popover'>, 'diagnose'>, profile: string) {
  const [state, setState] = useState<State>({ at: 'looking' });
  const diagnose = useCallback(
    async (tryNow: boolean) => {
      setState((now) => ({
        at: tryNow ? 'trying' : 'looking',
        ...(now.at === 'found' && { before: now.diagnosis }),
      }));
      const answer = await client.diagnose({ profile, tryNow });
      setState(answer.ok ? { at: 'found', diagnosis: answer.value } : { at: 'refused', failure: answer.failure });
    },
    [client, profile],
  );
  // Opening it asks for no role and no code: what failed last is what is looked at.
  useEffect(() => void diagnose(false), [diagnose]);

  const busy = state.at === 'looking' || state.at === 'trying';
  return {
    /** What was found stays while it looks again. */
    shown: state.at === 'found' ? state.diagnosis : busy ? state.before : undefined,
    failure: state.at === 'refused' ? state.failure : undefined,
    busy,
    trying: state.at === 'trying',
    again: () => diagnose(true),
  };
}
