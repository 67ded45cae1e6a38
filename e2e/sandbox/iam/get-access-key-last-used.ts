import { authorize } from '../policy/authorize.ts';
import { requestContext } from '../policy/request-context.ts';
import type { Action } from '../protocol/call.ts';
import { checkLimits } from '../protocol/limits.ts';
import { getAccessKeyLastUsedLimits } from './limits.ts';
import { isoSeconds, noSuchEntity } from './target-user.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html */
export const getAccessKeyLastUsed: Action = ({ state, caller, parameters }) => {
  checkLimits(parameters, getAccessKeyLastUsedLimits);
  const id = parameters.get('AccessKeyId') ?? '';
  const key = state.accessKeys.get(id);
  const context = requestContext(caller, state.clock.now(), {});
  const isOwn = key?.user.account === caller.account;
  const resource = key && isOwn ? key.user.arn : '*';
  authorize(caller, { action: 'iam:GetAccessKeyLastUsed', resource, context }, `access key ${id}`);
  if (!key || !isOwn) throw noSuchEntity(`The Access Key with id ${id} cannot be found.`);
  const { lastUsed } = key;
  return {
    UserName: key.user.name,
    AccessKeyLastUsed: {
      LastUsedDate: lastUsed && isoSeconds(lastUsed.at),
      ServiceName: lastUsed?.service ?? 'N/A',
      Region: lastUsed?.region ?? 'N/A',
    },
  };
};
