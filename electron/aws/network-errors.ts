import { type Failure, failure } from '../core/failure.ts';
import { type ConnectionError, isConnectionError } from './connection/connection-error.ts';

/** Node's error codes of connections that did not come about or broke, and what they mean to a person. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  ERR_STREAM_PREMATURE_CLOSE: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ENOTFOUND: 'its name could not be resolved',
  EAI_AGAIN: 'its name could not be resolved',
  ENETUNREACH: 'the network cannot be reached',
  EHOSTUNREACH: 'the host cannot be reached',
  EADDRNOTAVAIL: 'the network cannot be reached',
  ENETDOWN: 'the network is down',
};
const timeouts = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ERR_SOCKET_CONNECTION_TIMEOUT']);
/** Nobody whom this computer trusts vouches for who answered: the mark of a proxy that reads https. */
const unknownIssuers = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_UNTRUSTED',
]);
const certificates = /^(CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO$)/;
const tryAgain = 'Check the network, VPN and proxy, then try again.';
const checkName =
  'Check the network and VPN, and the region of the profile, which is part of the name; then try again.';

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
  if (isConnectionError(error)) return failure('network', ...ofTheWay(error, service), { profile });
  const code = codeOf(error);
  if (certificates.test(code)) return failure('network', ...ofCertificate(code, service), { profile });
  const reason = reasons[code];
  // The SDK calls a cut connection a TimeoutError, too: the code says more than the name.
  const timedOut = timeouts.has(code) || (error instanceof Error && error.name === 'TimeoutError');
  if (!reason) return timedOut ? timeoutFailure(service, profile) : undefined;
  const remedy = code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? checkName : tryAgain;
  return failure('network', `${service} of AWS could not be reached: ${reason} (${code}).`, remedy, { profile });
}

function ofCertificate(code: string, service: string): readonly [string, string] {
  const what = `${service} of AWS could not be reached safely: `;
  if (unknownIssuers.has(code)) {
    return [
      `${what}its certificate was issued by somebody this computer does not trust (${code}).`,
      'A proxy that inspects https does this. Put your company’s CA certificate into a file and name it in AWS_CA_BUNDLE, or as ca_bundle in the profile; or have it installed in the system.',
    ];
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return [
      `${what}who answered has a certificate for another name (${code}).`,
      'Check the endpoint settings, and whether a hotel’s or office’s sign-in page stands before the network.',
    ];
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return [
      `${what}its certificate is not valid at this computer’s date (${code}).`,
      'Check the computer’s date first; then the certificate of your proxy or of AWS_CA_BUNDLE.',
    ];
  }
  return [
    `${what}the encrypted connection could not be set up (${code}).`,
    'Check whether the endpoint or proxy speaks https on that port; a company’s CA certificate goes into AWS_CA_BUNDLE.',
  ];
}

/** What stands between this computer and AWS, each named by its setting and never with a password. */
function ofTheWay({ problem, details }: ConnectionError, service: string): readonly [string, string] {
  const { setting = 'the setting', proxy = 'the proxy', status, file, code } = details;
  switch (problem) {
    case 'proxy-setting':
      return [
        `${setting} does not name a proxy, so ${service} of AWS was not asked.`,
        `Set ${setting} to an address like http://proxy.example.com:8080, or unset it; then start Rolecall again.`,
      ];
    case 'proxy-refused':
      if (status === 407) {
        return [
          `The proxy ${proxy} wants a user name and password, or did not accept those it was given (407).`,
          'Put them into HTTPS_PROXY (http://user:password@host:port, special characters as %XX), then start Rolecall again.',
        ];
      }
      return [
        `The proxy ${proxy} refused to connect to ${service} of AWS (${status ?? 'no status'}).`,
        'Ask who runs the proxy to allow the AWS endpoints, or name them in NO_PROXY if they can be reached without it.',
      ];
    case 'proxy-broken': {
      const why = reasons[code ?? ''] ?? (timeouts.has(code ?? '') ? 'it did not answer' : 'the connection was cut');
      return [
        `${service} of AWS could not be reached through the proxy ${proxy}: ${why}${code ? ` (${code})` : ''}.`,
        'Check HTTPS_PROXY and the system’s proxy settings, and whether the VPN is on; then try again.',
      ];
    }
    case 'ca-bundle':
      return [
        `The certificates in ${file ?? 'the file'}, which ${setting} names, could not be read (${code ?? 'no certificate'}).`,
        `Check that the file is there and holds certificates in PEM form, or unset ${setting}.`,
      ];
  }
}

/** AWS did not answer within the deadline. */
export function timeoutFailure(service: string, profile: string, deadlineMs?: number): Failure {
  const within = deadlineMs === undefined ? 'in time' : `within ${Math.round(deadlineMs / 1000)} seconds`;
  return failure('timeout', `${service} of AWS did not answer ${within}.`, tryAgain, { profile });
}

/** The person or the calling program gave up. */
export function cancelledFailure(profile: string): Failure {
  return failure('cancelled', 'The request was cancelled.', 'Ask again when you want to.', { profile });
}
