import type { Identity } from './aws-cli.ts';
import { run } from './processes.ts';
import type { Place } from './program.ts';
import { projectRoot } from './program.ts';

/** Debian's own Python, which has Debian's boto3. */
const python = '/usr/bin/python3';

const boto3 = `
import boto3, json, os, sys
session = boto3.Session(profile_name=sys.argv[1])
answer = session.client('sts', endpoint_url=sys.argv[2], region_name='eu-west-1').get_caller_identity()
print(json.dumps({'Arn': answer['Arn'], 'Account': answer['Account']}))
`;

const javascript = `
const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
const [profile, endpoint] = process.argv.slice(1);
const client = new STSClient({ region: 'eu-west-1', endpoint, credentials: defaultProvider({ profile }) });
const { Arn, Account } = await client.send(new GetCallerIdentityCommand({}));
console.log(JSON.stringify({ Arn, Account }));
`;

/** Who a tool is for AWS when it is told nothing but a profile's name. Rejects with what it said when it was refused. */
export type Client = (profile: string) => Promise<Identity>;

/** The real SDKs, in processes that know nothing of Rolecall: no variable of it but HOME and PATH. */
export function sdkClients({ desktop, sandbox }: Place): { readonly boto3: Client; readonly javascript: Client } {
  const env = {
    HOME: desktop.home,
    PATH: desktop.env.PATH ?? '',
    LANG: 'C.UTF-8',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  const client =
    (command: string, args: readonly string[]): Client =>
    async (profile) => {
      const ran = await run(command, [...args, profile, sandbox.endpoints.sts], { env, cwd: projectRoot });
      if (ran.status !== 0) throw new Error(ran.stderr);
      return JSON.parse(ran.stdout) as Identity;
    };
  return {
    boto3: client(python, ['-c', boto3]),
    javascript: client(process.execPath, ['--input-type=module', '-e', javascript]),
  };
}
