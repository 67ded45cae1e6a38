import { GetSessionTokenCommand } from '@aws-sdk/client-sts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { stsClient } from '../sandbox/testing/sts-client.ts';

/** Another program of the same person sends a code. */
export async function spendCode(sandbox: Sandbox, user: string, serial: string, code: string): Promise<void> {
  await stsClient(sandbox, user).send(new GetSessionTokenCommand({ SerialNumber: serial, TokenCode: code }));
}
