import type { FailureKind } from '../failure.ts';
import type { CodeOffer } from '../mfa/codes.ts';
import type { Signal } from '../ports.ts';
import { failed } from '../result.ts';
import { linkedAbort } from './shared-work.ts';
import type { Credentials } from './step-request.ts';

/**
 * A caller that brings a code while somebody else's question for the same
 * session is open: the code is offered there, and the caller told what became
 * of it. It must not wait for a person.
 */
export async function withBroughtCode(
  offer: CodeOffer,
  signal: Signal,
  obtain: (signal: Signal) => Promise<Credentials>,
): Promise<Credentials> {
  const own = linkedAbort(signal);
  try {
    const shared = obtain(own.signal);
    const refused = await Promise.race([offer.refused, shared.then(() => undefined)]);
    if (refused) return failed(refused);
    const result = await shared;
    // What failed was another caller's code, or its question: this one's code was not sent yet.
    const again = !result.ok && offer.withdraw() && !signal.aborted && endsAnotherOnly(result.failure.kind);
    return again ? obtain(signal) : result;
  } finally {
    offer.withdraw();
    own.abort();
  }
}

const endsAnotherOnly = (kind: FailureKind) =>
  kind === 'mfa-wrong-code' || kind === 'mfa-code-used' || kind === 'cancelled';
