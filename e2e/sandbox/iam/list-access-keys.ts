import type { Action } from '../protocol/call.ts';
import { checkLimits } from '../protocol/limits.ts';
import { keysOf } from '../state/access-key.ts';
import { listLimits } from './limits.ts';
import { page } from './page.ts';
import { isoSeconds, targetUser } from './target-user.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html */
export const listAccessKeys: Action = (call) => {
  checkLimits(call.parameters, listLimits);
  const user = targetUser(call, 'iam:ListAccessKeys');
  const keys = keysOf(call.state, user).map(({ id, status, createdAt }) => ({
    UserName: user.name,
    AccessKeyId: id,
    Status: status,
    CreateDate: isoSeconds(createdAt),
  }));
  return page('AccessKeyMetadata', keys, call.parameters);
};
