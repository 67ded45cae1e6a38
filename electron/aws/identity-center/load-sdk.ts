import type * as PortalSdk from '@aws-sdk/client-sso';
import type * as OidcSdk from '@aws-sdk/client-sso-oidc';

let oidc: Promise<typeof OidcSdk> | undefined;
let portal: Promise<typeof PortalSdk> | undefined;

/** Loaded at the first request, as STS is: most starts need neither. See `loadStsSdk`. */
export function loadOidcSdk(): Promise<typeof OidcSdk> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  oidc ??= import('@aws-sdk/client-sso-oidc');
  return oidc;
}

export function loadPortalSdk(): Promise<typeof PortalSdk> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  portal ??= import('@aws-sdk/client-sso');
  return portal;
}
