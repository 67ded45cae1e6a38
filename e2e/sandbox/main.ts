import { awsConfigFor } from './aws-config.ts';
import { startControl } from './control.ts';
import { createSandbox } from './sandbox.ts';

/**
 * `npm run sandbox`: starts a sandbox alone, prints where it is and who is in
 * it as one JSON document, and stays until SIGINT or SIGTERM.
 */
const sandbox = await createSandbox();
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
