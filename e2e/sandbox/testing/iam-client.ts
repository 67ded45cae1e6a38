import type { Sandbox } from '../sandbox.ts';
import { sendSigned } from './signed-request.ts';

/** Answer of an IAM action: the text of the elements asked for by name, in order. */
export interface IamAnswer {
  readonly status: number;
  all(element: string): string[];
  /** `Code: message` of a refusal. */
  readonly refusal: string;
}

/** Calls IAM as a seeded user, or with the keys of a response. */
export async function callIam(
  sandbox: Sandbox,
  by:
    | string
    | { AccessKeyId?: string | undefined; SecretAccessKey?: string | undefined; SessionToken?: string | undefined },
  action: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<IamAnswer> {
  const user = typeof by === 'string' ? sandbox.user(by) : undefined;
  const keys = typeof by === 'object' ? by : undefined;
  const { status, body } = await sendSigned({
    url: sandbox.endpoints.iam,
    service: 'iam',
    signedAt: sandbox.clock.now(),
    accessKeyId: user?.accessKeyId ?? keys?.AccessKeyId ?? '',
    secretAccessKey: user?.secretAccessKey ?? keys?.SecretAccessKey ?? '',
    sessionToken: keys?.SessionToken,
    form: new URLSearchParams({ Action: action, Version: '2010-05-08', ...parameters }).toString(),
  });
  const all = (element: string) =>
    [...body.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map((match) => match[1] ?? '');
  return { status, all, refusal: `${all('Code')[0]}: ${all('Message')[0]}` };
}
