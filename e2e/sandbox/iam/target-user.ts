import { authorize } from '../policy/authorize.ts';
import { requestContext } from '../policy/request-context.ts';
import { AwsError, validationError } from '../protocol/aws-error.ts';
import type { Call } from '../protocol/call.ts';
import type { AccessKey, User } from '../state/model.ts';

/**
 * The user an action is about: the one named, else the one who signed. Throws
 * AccessDenied before it says whether the user is there, as AWS does.
 */
export function targetUser({ state, caller, parameters }: Call, action: string): User {
  const own = caller.kind === 'key' ? caller.user : sessionUser(caller.session.identity);
  const name = parameters.get('UserName');
  if (name === undefined && !own) throw validationError('Must specify userName when calling with non-User credentials');
  const { account } = caller;
  const user =
    name === undefined ? own : [...state.users.values()].find((one) => one.account === account && one.name === name);
  const resource = user?.arn ?? `arn:${account.partition}:iam::${account.id}:user/${name}`;
  const context = requestContext(caller, state.clock.now(), {});
  authorize(caller, { action, resource, context }, `user ${name ?? own?.name}`);
  if (!user) throw noSuchEntity(`The user with name ${name} cannot be found.`);
  return user;
}

/** A key of this user, or NoSuchEntity. */
export function keyOf({ state, parameters }: Call, user: User): AccessKey {
  const id = parameters.get('AccessKeyId') ?? '';
  const key = state.accessKeys.get(id);
  if (key?.user !== user) throw noSuchEntity(`The Access Key with id ${id} cannot be found.`);
  return key;
}

export const noSuchEntity = (message: string) => new AwsError(404, 'NoSuchEntity', message);
export const limitExceeded = (message: string) => new AwsError(409, 'LimitExceeded', message);
export const entityAlreadyExists = (message: string) => new AwsError(409, 'EntityAlreadyExists', message);
export const isoSeconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

function sessionUser(identity: { kind: string; user?: User }): User | undefined {
  return identity.kind === 'user' ? identity.user : undefined;
}
