import { AwsError } from '../protocol/aws-error.ts';
import type { Action } from '../protocol/call.ts';
import { checkLimits } from '../protocol/limits.ts';
import { setKeyStatus } from '../state/access-key.ts';
import { updateAccessKeyLimits } from './limits.ts';
import { keyOf, targetUser } from './target-user.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html */
export const updateAccessKey: Action = (call) => {
  checkLimits(call.parameters, updateAccessKeyLimits);
  const user = targetUser(call, 'iam:UpdateAccessKey');
  const key = keyOf(call, user);
  const status = call.parameters.get('Status');
  if (status !== 'Active' && status !== 'Inactive') {
    throw new AwsError(400, 'InvalidInput', 'Only AWS makes a key Expired.');
  }
  setKeyStatus(call.state, key, status);
  return undefined;
};
