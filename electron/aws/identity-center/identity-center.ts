import type { IdentityCenter } from '../../core/sso/ports.ts';
import { createToken } from './create-token.ts';
import { getRoleCredentials } from './get-role-credentials.ts';
import { authorizeUrl } from './hosts.ts';
import { listAccountRoles } from './list-account-roles.ts';
import { listAccounts } from './list-accounts.ts';
import { logout } from './logout.ts';
import { registerClient } from './register-client.ts';
import { createIdentityCenterRequests, type IdentityCenterOptions } from './requests.ts';
import { startDeviceAuthorization } from './start-device-authorization.ts';

/** IAM Identity Center: the sign-in endpoint (SSO-OIDC) and the access portal. */
export function createIdentityCenter(options: IdentityCenterOptions = {}): IdentityCenter {
  const { env = process.env } = options;
  const requests = createIdentityCenterRequests(options);
  return {
    registerClient: registerClient(requests),
    startDeviceAuthorization: startDeviceAuthorization(requests),
    createToken: createToken(requests),
    authorizeUrl: ({ client, ...request }, session) =>
      authorizeUrl({ ...request, clientId: client.clientId }, session, env),
    getRoleCredentials: getRoleCredentials(requests),
    listAccounts: listAccounts(requests),
    listAccountRoles: listAccountRoles(requests),
    logout: logout(requests),
  };
}
