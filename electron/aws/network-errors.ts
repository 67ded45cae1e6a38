import { type Failure, failure } from '../core/failure.ts';

/** Node's error codes of connections that did not come about or broke, and what they mean to a person. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ENOTFOUND: 'its name could not be resolved',
  EAI_AGAIN: 'its name could not be resolved',
  ENETUNREACH: 'the network cannot be reached',
  EHOSTUNREACH: 'the host cannot be reached',
  EADDRNOTAVAIL: 'the network cannot be reached',
  ENETDOWN: 'the network is down',
};
const timeouts = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ERR_SOCKET_CONNECTION_TIMEOUT']);
const certificates = /^(CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO$)/;

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : codeOf(cause);
}

/**
 * A failure for an error of the network, `undefined` for any other. `service`
 * is who was called, in words: `STS`, `the sign-in endpoint`.
 */
export function networkFailure(error: unknown, service: string, profile: string): Failure | undefined {
  const code = codeOf(error);
  if (certificates.test(code)) {
    return failure(
      'network',
      `${service} of AWS could not be reached safely: its certificate was not accepted (${code}).`,
      'Check the computer’s date and whether a proxy inspects https here; its CA certificate must be installed.',
      { profile },
    );
  }
  const reason = reasons[code];
  // The SDK calls a cut connection a TimeoutError, too: the code says more than the name.
  const timedOut = timeouts.has(code) || (error instanceof Error && error.name === 'TimeoutError');
  if (!reason) return timedOut ? timeoutFailure(service, profile) : undefined;
  return failure(
    'network',
    `${service} of AWS could not be reached: ${reason} (${code}).`,
    'Check the network, VPN and proxy, then try again.',
    { profile },
  );
}

/** AWS did not answer within the deadline. */
export function timeoutFailure(service: string, profile: string): Failure {
  return failure(
    'timeout',
    `${service} of AWS did not answer in time.`,
    'Check the network, VPN and proxy, then try again.',
    { profile },
  );
}

/** The person or the calling program gave up. */
export function cancelledFailure(profile: string): Failure {
  return failure('cancelled', 'The request was cancelled.', 'Ask again when you want to.', { profile });
}
