import { invalidRequest } from './errors.ts';

const mostPerPage = 100;

/**
 * One page of a list, by `max_result` and `next_token`. The token is opaque and
 * good for its own list (`of`) only.
 */
export function pageOf<T>(
  of: string,
  items: readonly T[],
  parameters: ReadonlyMap<string, string>,
  pageSize: number,
): { items: readonly T[]; nextToken: string | null } {
  const wanted = parameters.get('max_result');
  const size = wanted === undefined ? pageSize : Number(wanted);
  if (!Number.isInteger(size) || size < 1 || size > mostPerPage)
    throw invalidRequest('max_result must be from 1 to 100');
  const start = startOf(of, parameters.get('next_token'));
  const end = start + size;
  const nextToken = end < items.length ? Buffer.from(JSON.stringify([of, end])).toString('base64url') : null;
  return { items: items.slice(start, end), nextToken };
}

function startOf(of: string, token: string | undefined): number {
  if (token === undefined) return 0;
  const [list, start] = parse(token);
  if (list !== of || typeof start !== 'number') throw invalidRequest('Invalid next_token');
  return start;
}

function parse(token: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
