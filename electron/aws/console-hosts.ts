import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { type Partition, partitions } from './partitions.ts';
import { plainUrl } from './plain-url.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** 127.0.0.0/8, ::1 and `localhost` itself: hosts that never leave this computer. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

/**
 * `ROLECALL_SIGNIN_URL` puts another sign-in endpoint in the place of AWS's,
 * for tests and the demo. It would receive credentials, so it is accepted for
 * this computer only; anything else is an error, not a fall-back. `undefined`
 * when it is not set.
 */
export function signInOverride(env: Env): Result<URL | undefined> {
  const text = env.ROLECALL_SIGNIN_URL;
  if (!text) return ok(undefined);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password;
  if (plain && isLoopback(url.hostname)) return ok(url);
  return failed(
    failure(
      'bad-input',
      'ROLECALL_SIGNIN_URL names a host that is not this computer, so it is not used.',
      'Unset ROLECALL_SIGNIN_URL, or give it an address of 127.0.0.1.',
    ),
  );
}

/** The partition whose sign-in or console host this is, with or without one of its regions in front. */
export function partitionOfHost(hostname: string): Partition | undefined {
  return partitions.find(({ signInHost, consoleHost, regionPattern }) =>
    [signInHost, consoleHost].some((host) => {
      if (hostname === host) return true;
      const region = hostname.endsWith(`.${host}`) ? hostname.slice(0, -host.length - 1) : undefined;
      return region !== undefined && regionPattern.test(region);
    }),
  );
}

/**
 * May this link be opened in the person's browser? Only https on the default
 * port, without a user part, on exactly the sign-in and console hosts of AWS's
 * partitions (with or without one of their regions in front), or on the
 * loopback origin of `ROLECALL_SIGNIN_URL`.
 */
export function isConsoleUrl(text: string, env: Env): boolean {
  const url = plainUrl(text);
  if (!url || url.username || url.password) return false;
  const override = signInOverride(env);
  if (override.ok && override.value && url.origin === override.value.origin) return true;
  return url.protocol === 'https:' && url.port === '' && partitionOfHost(url.hostname) !== undefined;
}
