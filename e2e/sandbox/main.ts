import { parseArgs } from 'node:util';
import { awsConfigFor } from './aws-config.ts';
import { startControl } from './control.ts';
import { defaultSeed } from './default-seed.ts';
import { defaultIdentityCenter } from './identity-center/default-center.ts';
import { createOrganization } from './identity-center/organization.ts';
import { createSandbox } from './sandbox.ts';

/**
 * `npm run sandbox`: starts a sandbox alone, prints where it is and who is in
 * it as one JSON document, and stays until SIGINT or SIGTERM. With
 * `--organization 1000x5` Identity Center has so many accounts, and roles in each.
 */
const { values } = parseArgs({ options: { organization: { type: 'string' }, seed: { type: 'string', default: '1' } } });
const sandbox = await createSandbox(
  values.organization === undefined ? defaultSeed : withOrganization(values.organization),
);
const control = await startControl(sandbox);
const { endpoints, environment, accounts, users, roles } = sandbox;
const document = {
  endpoints: { ...endpoints, control: control.url },
  environment,
  accounts,
  users,
  roles,
  awsConfig: awsConfigFor(sandbox),
};
process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);

async function stop(): Promise<void> {
  await Promise.all([sandbox.close(), control.close()]);
  process.exit(0);
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

function withOrganization(text: string) {
  const [, accounts, rolesPerAccount] = /^(\d{1,5})x(\d{1,2})$/.exec(text) ?? [];
  if (!accounts || !rolesPerAccount) throw new Error('--organization: accounts and roles in each, as in 1000x5');
  const wanted = { seed: Number(values.seed), accounts: Number(accounts), rolesPerAccount: Number(rolesPerAccount) };
  return { ...defaultSeed, identityCenter: { ...defaultIdentityCenter, organization: createOrganization(wanted) } };
}
