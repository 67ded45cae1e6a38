/** One request as the sandbox saw it, without anything that opens a door. */
export interface RecordedRequest {
  /** The sandbox's time, epoch ms. */
  readonly at: number;
  readonly requestId: string;
  readonly service: string;
  readonly action: string;
  readonly method: string;
  readonly path: string;
  readonly accessKeyId?: string | undefined;
  /** The region the request was signed for. */
  readonly region?: string | undefined;
  readonly userAgent?: string | undefined;
  /** Secrets among them have the value `(not recorded)`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Missing while no answer was sent. */
  status?: number;
  errorCode?: string;
  fault?: string;
}

const secretParameters = new Set([
  ...['TokenCode', 'AuthenticationCode1', 'AuthenticationCode2', 'Session', 'SigninToken'],
  ...['clientSecret', 'deviceCode', 'code', 'codeVerifier', 'refreshToken', 'assertion', 'state', 'user_code'],
]);

export function withoutSecrets(parameters: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    [...parameters].map(([name, value]) => [name, secretParameters.has(name) ? '(not recorded)' : value]),
  );
}

const mostKept = 10_000;

export interface RequestLog {
  add(request: RecordedRequest): void;
  /** Oldest first. */
  all(): readonly RecordedRequest[];
  /** Also of requests that are no longer kept. */
  countOf(action: string): number;
  /** By action. */
  counts(): Readonly<Record<string, number>>;
}

export function createRequestLog(): RequestLog {
  const requests: RecordedRequest[] = [];
  const counts = new Map<string, number>();
  return {
    add(request) {
      counts.set(request.action, (counts.get(request.action) ?? 0) + 1);
      requests.push(request);
      if (requests.length > mostKept) requests.shift();
    },
    all: () => requests.map((request) => ({ ...request })),
    countOf: (action) => counts.get(action) ?? 0,
    counts: () => Object.fromEntries(counts),
  };
}
