import { defaultSeed } from '../../e2e/sandbox/default-seed.ts';
import { defaultIdentityCenter } from '../../e2e/sandbox/identity-center/default-center.ts';
import { createOrganization } from '../../e2e/sandbox/identity-center/organization.ts';
import { createSandbox, type Sandbox } from '../../e2e/sandbox/sandbox.ts';
import { signIn } from '../../e2e/sandbox/testing/identity-center-client.ts';
import { createIdentityCenter } from '../../electron/aws/identity-center/identity-center.ts';
import { plainName } from '../../electron/core/plain-name.ts';
import { ok } from '../../electron/core/result.ts';
import { createPace, type Pace } from '../../electron/core/sso/organisation/pace.ts';
import { readOrganisation } from '../../electron/core/sso/organisation/read-organisation.ts';
import type { SsoSession } from '../../electron/core/sso/sso-session.ts';
import { inEnvironment } from '../lib/in-environment.ts';
import { createVirtualTime } from '../lib/virtual-time.ts';
import type { Row } from '../row.ts';

const ROLES_PER_ACCOUNT = 5;
/** Less than Rolecall's own pace, as when other tools of the person use the portal at the same time. */
const PORTAL_TAKES_PER_SECOND = 12;

/** As fast as it goes, whatever AWS says. */
const noPace: Pace = { turn: async () => undefined, hold: () => undefined };

export const organisationWithLimits: Row = {
  number: 32,
  name: 'organisation of 12,000 roles with 429s',
  target: 'complete, 0 unhandled',
  async run({ random, quick, defended }) {
    const accounts = quick ? 240 : 2400;
    const organization = createOrganization({
      seed: random.below(1_000_000),
      accounts,
      rolesPerAccount: ROLES_PER_ACCOUNT,
    });
    const identityCenter = { ...defaultIdentityCenter, organization, requestsPerSecond: PORTAL_TAKES_PER_SECOND };
    const sandbox = await createSandbox({ ...defaultSeed, identityCenter });
    let unhandled = 0;
    const count = () => {
      unhandled += 1;
    };
    process.on('unhandledRejection', count);
    try {
      return await inEnvironment(sandbox.environment, async () => {
        const { accessToken } = await signIn(sandbox);
        // Ten requests are under way at once, so each meets four of them: patience, not luck, is what helps.
        const trouble = { service: 'sso', action: 'ListAccountRoles', times: 20 };
        sandbox.faults.add({ kind: 'error', status: 503, code: 'ServiceUnavailable', message: 'x', ...trouble });
        sandbox.faults.add({ kind: 'drop', ...trouble });
        const answer = await read(sandbox, accessToken, defended, () => random.below(1000) / 1000);
        const found = answer.ok ? answer.value.accounts : [];
        const roles = found.flatMap(({ roles = [] }) => roles).length;
        const wanted = organization.map(({ id, name, roles }) => [id, plainName(name), roles]);
        const isSame =
          JSON.stringify(found.map(({ accountId, accountName, roles }) => [accountId, accountName, roles])) ===
          JSON.stringify(wanted);
        const refused = sandbox.requests().filter(({ errorCode }) => errorCode === 'TooManyRequestsException').length;
        const outcome = answer.ok ? `${roles} of ${accounts * ROLES_PER_ACCOUNT} roles` : answer.failure.message;
        return {
          figure: `${outcome}, ${refused} times 429, ${unhandled} unhandled`,
          passed: isSame && unhandled === 0 && refused > 0,
        };
      });
    } finally {
      process.off('unhandledRejection', count);
      await sandbox.close();
    }
  },
};

function read(sandbox: Sandbox, accessToken: string, defended: boolean, random: () => number) {
  const { startUrl, region } = sandbox.identityCenter;
  const session: SsoSession = { name: 'acme', startUrl, region, scopes: ['sso:account:access'], legacy: false };
  const { clock, watched } = createVirtualTime(sandbox.clock);
  const adapter = createIdentityCenter({ now: sandbox.clock.now });
  const identityCenter = {
    ...adapter,
    listAccounts: watched(adapter.listAccounts),
    listAccountRoles: watched(adapter.listAccountRoles),
  };
  const token = { accessToken, expiresAt: clock.now() + 3_600_000 };
  return readOrganisation(
    {
      clock,
      random,
      identityCenter,
      pace: defended ? createPace({ clock }) : noPace,
      access: { token: async () => ok(token) },
      tokens: { refused: () => undefined },
    },
    session,
    undefined,
    new AbortController().signal,
    () => undefined,
  );
}
