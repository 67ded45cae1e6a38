import { AwsError } from '../protocol/aws-error.ts';

/**
 * The refusals of SSO-OIDC, with the statuses of its API model.
 * @see https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html
 */
const refusal =
  (code: string, status = 400) =>
  (message: string) =>
    new AwsError(status, `${code}Exception`, message);

export const invalidRequest = refusal('InvalidRequest');
export const invalidClient = refusal('InvalidClient', 401);
export const invalidGrant = refusal('InvalidGrant');
export const invalidScope = refusal('InvalidScope');
export const invalidClientMetadata = refusal('InvalidClientMetadata');
export const invalidRedirectUri = refusal('InvalidRedirectUri');
export const unauthorizedClient = refusal('UnauthorizedClient');
export const unsupportedGrantType = refusal('UnsupportedGrantType');
export const authorizationPending = refusal('AuthorizationPending');
export const slowDown = refusal('SlowDown');
export const signInDenied = refusal('AccessDenied');
export const expiredToken = refusal('ExpiredToken');

/** OAuth's own word for an exception: `InvalidGrantException` is `invalid_grant`. */
export function oauthCode(exception: string): string {
  if (/^Internal/.test(exception)) return 'server_error';
  return exception
    .replace(/Exception$/, '')
    .replace(/(?<!^)([A-Z])/g, '_$1')
    .toLowerCase();
}
