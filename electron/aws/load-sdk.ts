import type * as StsSdk from '@aws-sdk/client-sts';

let loading: Promise<typeof StsSdk> | undefined;

/**
 * Loads the SDK's STS client at the first request: some 45 ms that start-up
 * must not pay. Its notice about Node's version is for developers and would
 * reach the stderr of every tool's helper, so it is turned off here.
 */
export function loadStsSdk(): Promise<typeof StsSdk> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  loading ??= import('@aws-sdk/client-sts');
  return loading;
}
