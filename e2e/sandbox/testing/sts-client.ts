import { STSClient, STSServiceException } from '@aws-sdk/client-sts';
import type { Sandbox } from '../sandbox.ts';

/** AWS's own client as a person's tools use it: the sandbox's time, one attempt. `by` is a seeded user's name or a response's credentials. */
export function stsClient(
  sandbox: Sandbox,
  by:
    | string
    | { AccessKeyId?: string | undefined; SecretAccessKey?: string | undefined; SessionToken?: string | undefined }
    | undefined,
  region = 'us-east-1',
): STSClient {
  const keys = typeof by === 'string' ? sandbox.user(by) : undefined;
  const session = typeof by === 'object' ? by : undefined;
  return new STSClient({
    endpoint: sandbox.endpoints.sts,
    region,
    maxAttempts: 1,
    systemClockOffset: sandbox.clock.now() - Date.now(),
    credentials: {
      accessKeyId: keys?.accessKeyId ?? session?.AccessKeyId ?? '',
      secretAccessKey: keys?.secretAccessKey ?? session?.SecretAccessKey ?? '',
      ...(session?.SessionToken !== undefined && { sessionToken: session.SessionToken }),
    },
  });
}

/** `Code: message` of the refusal, or throws when the call worked. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof STSServiceException) return `${error.name}: ${error.message}`;
    throw error;
  }
  throw new Error('The call was not refused.');
}
