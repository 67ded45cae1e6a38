import type { WireRequest } from '../signature/canonical-request.ts';

/** The body as JSON; undefined when it is none. */
export function jsonBody(request: WireRequest): unknown {
  try {
    return JSON.parse(Buffer.from(request.body).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What can be shown of a JSON body in the request log: text, numbers, and lists of text. */
export function shownParameters(body: unknown): Map<string, string> {
  if (typeof body !== 'object' || body === null) return new Map();
  return new Map(
    Object.entries(body).flatMap(([name, value]) => {
      if (typeof value === 'string' || typeof value === 'number') return [[name, String(value)] as const];
      return Array.isArray(value) ? [[name, value.join(' ')] as const] : [];
    }),
  );
}
