import { loadStsSdk } from '../../electron/aws/load-sdk.ts';
import type { Figure } from '../figure.ts';
import { samples, timed } from '../lib/samples.ts';
import { benchSandbox } from '../lib/sandbox.ts';

export const sandboxRoundTrip: Figure = {
  name: 'sandbox-round-trip',
  what: 'one AssumeRole to the sandbox, AWS SDK warm',
  unit: 'ms',
  async measure(rig) {
    const { environment, users, roles } = await benchSandbox(rig);
    const user = users.find(({ name }) => name === 'bob');
    const role = roles.find(({ name }) => name === 'ReadOnly');
    if (!user || !role) throw new Error('the sandbox has no bob or no ReadOnly');
    const { AssumeRoleCommand, STSClient } = await loadStsSdk();
    const client = new STSClient({
      endpoint: environment.AWS_ENDPOINT_URL_STS,
      region: 'us-east-1',
      credentials: { accessKeyId: user.accessKeyId, secretAccessKey: user.secretAccessKey },
    });
    const ask = () => client.send(new AssumeRoleCommand({ RoleArn: role.arn, RoleSessionName: 'bench' }));
    const taken = await samples(30, () => timed(ask), 20);
    client.destroy();
    return taken;
  },
};
