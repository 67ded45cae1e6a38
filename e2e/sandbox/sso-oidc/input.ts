import * as v from 'valibot';
import type { IdentityCenter } from '../identity-center/center.ts';
import type { Client } from '../identity-center/model.ts';
import { invalidClient, invalidRequest } from './errors.ts';

/** The body as the schema has it, or InvalidRequestException. */
export function parseInput<T extends v.GenericSchema>(schema: T, body: unknown): v.InferOutput<T> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw invalidRequest(`Invalid request: ${v.getDotPath(issue) ?? 'the body is not an object'}`);
}

/** The client by id and secret; an expired registration is an invalid client, too. */
export function clientOf(center: IdentityCenter, id: string, secret: string): Client {
  const client = center.clients.get(id);
  if (!client || client.secret !== secret) throw invalidClient('Invalid client.');
  if (client.expiresAt <= center.clock.now()) throw invalidClient('The client secret has expired.');
  return client;
}
