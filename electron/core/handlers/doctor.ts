import type { Handlers } from '../dispatch.ts';
import type { Diagnose } from '../doctor/diagnose.ts';

/** Why a profile does not work. */
export function doctorHandlers(diagnose: Diagnose): Pick<Handlers, 'diagnose'> {
  return { diagnose: (input, { asker, signal }) => diagnose({ ...input, asker, signal }) };
}
