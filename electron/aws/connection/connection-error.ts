/** What stands between this computer and AWS and can go wrong on its own. */
export type ConnectionProblem = 'proxy-setting' | 'proxy-refused' | 'proxy-broken' | 'ca-bundle';

export interface ConnectionDetails {
  /** The setting that is to blame, by name: `HTTPS_PROXY`, `AWS_CA_BUNDLE`. */
  readonly setting?: string | undefined;
  /** `host:port`, without a user or a password. */
  readonly proxy?: string | undefined;
  /** Of the proxy's refusal. */
  readonly status?: number | undefined;
  /** The bundle that could not be read. */
  readonly file?: string | undefined;
  /** Node's code of the error behind it. */
  readonly code?: string | undefined;
}

/** An error that `networkFailure` puts into words. Its own text holds no detail, as texts reach logs. */
export type ConnectionError = Error & { readonly problem: ConnectionProblem; readonly details: ConnectionDetails };

export function connectionError(problem: ConnectionProblem, details: ConnectionDetails): ConnectionError {
  return Object.assign(new Error(`no connection: ${problem}`), { name: 'ConnectionError', problem, details });
}

export function isConnectionError(error: unknown): error is ConnectionError {
  return error instanceof Error && error.name === 'ConnectionError' && 'problem' in error && 'details' in error;
}

/** Behind a proxy an error of connecting is one on the way to the proxy or in it: the proxy is who connects to AWS. */
export function aboutProxy(error: unknown, proxy: URL): unknown {
  if (isConnectionError(error) || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // A time-out of our own has no system call behind it; it says nothing about the proxy.
  const isSystems =
    /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|EPIPE)/.test(code) || (code === 'ETIMEDOUT' && 'syscall' in error);
  if (!isSystems && !/proxy|socks/i.test(error.message)) return error;
  return Object.assign(connectionError('proxy-broken', { proxy: proxy.host, code }), { cause: error });
}
