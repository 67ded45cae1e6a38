/** What goes wrong. Times are real milliseconds, not the sandbox's. */
export type FaultEffect =
  | { readonly kind: 'latency'; readonly delayMs: number }
  /** AWS's `Throttling`, `Rate exceeded`. */
  | { readonly kind: 'throttle' }
  /** Any refusal, for those the sandbox has no rule for: 503, `RequestTimeTooSkewed`, `ExpiredTokenException`. */
  | { readonly kind: 'error'; readonly status: number; readonly code: string; readonly message: string }
  /** The connection is reset; `after` the action was done (a code is spent, yet no answer came) or before. */
  | { readonly kind: 'drop'; readonly when?: 'before' | 'after' }
  /** No answer ever, until the client gives up or the sandbox closes. */
  | { readonly kind: 'hang'; readonly when?: 'before' | 'after' }
  /** Half of the answer, then the end of the stream. */
  | { readonly kind: 'half-close' }
  /** The answer byte by byte. */
  | { readonly kind: 'trickle'; readonly msPerByte: number };

export type Fault = FaultEffect & {
  /** `sts`, `iam`, `signin`, `sso`, `sso-oidc`; any when left out. */
  readonly service?: string;
  /** For example `AssumeRole` or `getSigninToken`; any when left out. */
  readonly action?: string;
  /** How many requests it hits; all until it is removed when left out. */
  readonly times?: number;
};

export interface Faults {
  /** Returns a function that removes it again. */
  add(fault: Fault): () => void;
  clear(): void;
  /** The first fault added that fits this request, counted as used. */
  take(service: string, action: string): FaultEffect | undefined;
}

export function createFaults(): Faults {
  let active: { readonly fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      active.push(entry);
      return () => {
        active = active.filter((other) => other !== entry);
      };
    },
    clear() {
      active = [];
    },
    take(service, action) {
      const entry = active.find(
        ({ fault, left }) => left > 0 && (fault.service ?? service) === service && (fault.action ?? action) === action,
      );
      if (entry) entry.left -= 1;
      return entry?.fault;
    },
  };
}
