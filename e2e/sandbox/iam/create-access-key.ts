import type { Action } from '../protocol/call.ts';
import { checkLimits } from '../protocol/limits.ts';
import { createKey, keysOf } from '../state/access-key.ts';
import { createAccessKeyLimits } from './limits.ts';
import { isoSeconds, limitExceeded, targetUser } from './target-user.ts';

const mostKeys = 2;

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html */
export const createAccessKey: Action = (call) => {
  checkLimits(call.parameters, createAccessKeyLimits);
  const user = targetUser(call, 'iam:CreateAccessKey');
  if (keysOf(call.state, user).length >= mostKeys) {
    throw limitExceeded(`Cannot exceed quota for AccessKeysPerUser: ${mostKeys}`);
  }
  const { id, secret, status, createdAt } = createKey(call.state, user);
  return {
    AccessKey: {
      UserName: user.name,
      AccessKeyId: id,
      Status: status,
      SecretAccessKey: secret,
      CreateDate: isoSeconds(createdAt),
    },
  };
};
