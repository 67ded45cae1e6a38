/** The grants a public client may ask for. */
export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';
export const codeGrant = 'authorization_code';
export const refreshGrant = 'refresh_token';

/** Whether a registration covers a grant. One that names none has the device grant, as AWS CLI registers itself. */
export function covers(client: { readonly grantTypes?: readonly string[] | undefined }, grant: string): boolean {
  return client.grantTypes === undefined ? grant !== codeGrant : client.grantTypes.includes(grant);
}
