import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../e2e/sandbox/sandbox.ts';
import { dispatch, type Handlers } from '../../electron/core/dispatch.ts';
import type { Rolecall } from '../../electron/core/rolecall.ts';
import { writeLauncher } from '../../electron/host/launcher.ts';
import { serveLocalSocket } from '../../electron/host/local-socket.ts';
import { inEnvironment } from '../lib/in-environment.ts';
import { startProgram, userProfile } from '../lib/programs.ts';
import type { Outcome, Row, Trial } from '../row.ts';

const HELPERS = 100;
const roles = ['ReadOnly', 'Auditor', 'BillingReader'] as const;

export const helpers: Row = {
  number: 29,
  name: '100 credential helpers at once, nothing in memory',
  target: '1 STS call per role',
  async run(trial) {
    const sandbox = await createSandbox();
    try {
      return await inEnvironment(sandbox.environment, () => storm(sandbox, trial));
    } finally {
      await sandbox.close();
    }
  },
};

async function storm(sandbox: Sandbox, { defended, folder }: Trial): Promise<Outcome> {
  const profiles = {
    ada: userProfile(sandbox, 'ada'),
    ...Object.fromEntries(roles.map((name) => [name, profileOf(sandbox, name)])),
  };
  const place = folder();
  const shared = await startProgram(profiles);
  // Without the defence each helper is answered by a program of its own: nobody knows that another is asking.
  const serving = () => (defended ? Promise.resolve(shared) : startProgram(profiles));
  const launcher = join(place, 'rolecall');
  const socket = join(place, 'run', 'r.sock');
  await writeLauncher(launcher, { socket, command: ['/bin/false'], env: {} });
  const served = await serveLocalSocket({
    path: socket,
    own: [launcher],
    handle: async (name, input, context) => answer(await serving(), name, input, context),
  });
  if (!served.ok) throw new Error(served.failure.message);
  try {
    const keys = await Promise.all(
      Array.from({ length: HELPERS }, (_, at) => helper(launcher, roles[at % roles.length] ?? '')),
    );
    const got = keys.filter((key) => key !== undefined).length;
    const calls = sandbox.countOf('AssumeRole');
    return {
      figure: `${calls} STS calls for ${roles.length} roles, ${got} of ${HELPERS} helpers got credentials`,
      passed: calls === roles.length && got === HELPERS && new Set(keys).size === roles.length,
    };
  } finally {
    await served.value.close();
    shared.end();
  }
}

function profileOf(sandbox: Sandbox, name: string): Record<string, string> {
  const external: Record<string, string> = name === 'BillingReader' ? { external_id: 'acme/billing-7' } : {};
  return { role_arn: sandbox.role(name).arn, source_profile: 'ada', region: 'us-east-1', ...external };
}

type Context = Parameters<Parameters<typeof serveLocalSocket>[0]['handle']>[2];

function answer({ handlers }: Rolecall, name: string, input: unknown, context: Context) {
  return dispatch(handlers as unknown as Handlers, name, input, { door: 'socket', ...context });
}

/** One run of what `credential_process` names; hands back the access key id. */
function helper(launcher: string, profile: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(launcher, ['credentials', profile], (error, stdout) => {
      resolve(error ? undefined : (JSON.parse(stdout) as { AccessKeyId: string }).AccessKeyId);
    });
  });
}
