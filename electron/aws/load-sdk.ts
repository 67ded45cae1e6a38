import type * as StsSdk from '@aws-sdk/client-sts';
import type * as IamSdk from './iam-sdk.ts';

let sts: Promise<typeof StsSdk> | undefined;
let iam: Promise<typeof IamSdk> | undefined;

/**
 * Loads the SDK's STS client at the first request: some 45 ms that start-up
 * must not pay. Its notice about Node's version is for developers and would
 * reach the stderr of every tool's helper, so it is turned off here.
 */
export function loadStsSdk(): Promise<typeof StsSdk> {
  silenceVersionNotice();
  sts ??= import('@aws-sdk/client-sts');
  return sts;
}

/** The same for IAM. */
export function loadIamSdk(): Promise<typeof IamSdk> {
  silenceVersionNotice();
  iam ??= import('./iam-sdk.ts');
  return iam;
}

function silenceVersionNotice(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
}
