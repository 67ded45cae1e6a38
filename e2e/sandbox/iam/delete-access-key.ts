import type { Action } from '../protocol/call.ts';
import { checkLimits } from '../protocol/limits.ts';
import { deleteAccessKeyLimits } from './limits.ts';
import { keyOf, targetUser } from './target-user.ts';

/**
 * The key is gone for every service at once: AWS may take seconds, but a client
 * that relies on them is wrong.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html
 */
export const deleteAccessKey: Action = (call) => {
  checkLimits(call.parameters, deleteAccessKeyLimits);
  const user = targetUser(call, 'iam:DeleteAccessKey');
  call.state.accessKeys.delete(keyOf(call, user).id);
  return undefined;
};
