import type { Clock, Signal } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { pause } from './pause.ts';
import type { ClientRegistration, DeviceAuthorization, IdentityCenter, SsoToken } from './ports.ts';
import { ssoFailures } from './sso-failures.ts';
import type { SsoSession } from './sso-session.ts';

/** AWS's rule: each `SlowDownException` adds five seconds to the interval, for good. */
const SLOWER_MS = 5_000;

/**
 * Asks for the token until the person has confirmed the code. Fails with
 * `sign-in-refused`, `sign-in-expired`, `cancelled`, or what AWS says.
 * @see https://datatracker.ietf.org/doc/html/rfc8628#section-3.5
 */
export async function pollForToken(
  parts: {
    readonly clock: Clock;
    /** The code ends by AWS's clock. */
    readonly awsClock: Pick<Clock, 'now'>;
    readonly identityCenter: IdentityCenter;
  },
  session: SsoSession,
  client: ClientRegistration,
  device: DeviceAuthorization,
  signal: Signal,
): Promise<Result<SsoToken>> {
  const { clock, awsClock, identityCenter } = parts;
  let intervalMs = device.intervalMs;
  for (;;) {
    await pause(clock, intervalMs, signal);
    if (signal.aborted) return failed(ssoFailures.cancelled(session));
    if (awsClock.now() >= device.expiresAt) return failed(ssoFailures.expired(session));
    const grant = { kind: 'device', deviceCode: device.deviceCode } as const;
    const answer = await identityCenter.createToken(grant, client, { session, signal });
    if (signal.aborted) return failed(ssoFailures.cancelled(session));
    if (answer.ok && answer.value.state === 'granted') return ok(answer.value.token);
    if (answer.ok && answer.value.state === 'slow-down') intervalMs += SLOWER_MS;
    // A lost packet must not cost the code that the person is just typing.
    if (!answer.ok && answer.failure.kind !== 'network' && answer.failure.kind !== 'timeout') return answer;
  }
}
