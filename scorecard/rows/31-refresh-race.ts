import { setTimeout as pause } from 'node:timers/promises';
import { createSandbox, type Sandbox } from '../../e2e/sandbox/sandbox.ts';
import { signIn } from '../../e2e/sandbox/testing/identity-center-client.ts';
import { createIdentityCenter } from '../../electron/aws/identity-center/identity-center.ts';
import { createSsoTokenCache } from '../../electron/config/sso-token-cache.ts';
import { createFakeKeychain } from '../../electron/core/fakes/fake-keychain.ts';
import type { Clock, Keychain } from '../../electron/core/ports.ts';
import { createGrantStore } from '../../electron/core/sso/grant-store.ts';
import type { SsoToken } from '../../electron/core/sso/ports.ts';
import type { SsoSession } from '../../electron/core/sso/sso-session.ts';
import { createTokens } from '../../electron/core/sso/tokens.ts';
import { writeFileAtomic } from '../../electron/host/atomic-file.ts';
import { renewAsBotocore } from '../lib/botocore-refresh.ts';
import { inEnvironment } from '../lib/in-environment.ts';
import type { Random } from '../lib/random.ts';
import type { Outcome, Row, Trial } from '../row.ts';

const CLIENTS = 20;
/** Past the token's end, as after a lunch break: whoever is refused has nothing left. */
const ROUND_MS = 61 * 60_000;
/** As long as a sign-in lasts, which is eight hours; after that a person is asked with good reason. */
const ROUNDS_PER_SIGN_IN = 7;

/** A keychain that takes its time, as real ones do. */
function slow(keychain: Keychain, random: Random): Keychain {
  const wait = () => pause(random.below(10));
  return {
    read: (account) => wait().then(() => keychain.read(account)),
    save: (account, secret) => wait().then(() => keychain.save(account, secret)),
    remove: (account) => wait().then(() => keychain.remove(account)),
  };
}

export const refreshRace: Row = {
  number: 31,
  name: 'refresh race: 20 clients, single-use refresh token',
  target: '0 forced sign-ins',
  async run(trial) {
    const sandbox = await createSandbox();
    try {
      return await inEnvironment(sandbox.environment, () => race(sandbox, trial));
    } finally {
      await sandbox.close();
    }
  },
};

async function race(sandbox: Sandbox, { random, quick, defended, folder }: Trial): Promise<Outcome> {
  const { startUrl, region } = sandbox.identityCenter;
  const session: SsoSession = { name: 'acme', startUrl, region, scopes: ['sso:account:access'], legacy: false };
  const { clock: awsClock } = sandbox;
  const clock: Pick<Clock, 'after'> = { after: (ms, call) => stopOf(setTimeout(call, ms)) };
  const identityCenter = createIdentityCenter({ now: awsClock.now });
  const home = folder();
  const sharedTokens = createSsoTokenCache({ home, env: { HOME: home }, replace: writeFileAtomic });
  const grants = createGrantStore(slow(createFakeKeychain().keychain, random));
  let sharing = false;
  const open = () => createTokens({ clock, awsClock, identityCenter, grants, sharedTokens, sharing: () => sharing });
  const rounds = quick ? 2 * ROUNDS_PER_SIGN_IN : 200;
  let forced = 0;
  let clients: ReturnType<typeof open>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % ROUNDS_PER_SIGN_IN === 0) {
      // Every other sign-in is shared with AWS CLI, which then renews as well, at the same moment.
      sharing = (round / ROUNDS_PER_SIGN_IN) % 2 === 1;
      await sharedTokens.remove(session);
      const one = open();
      await one.take(session, await signedIn(sandbox));
      // Without the defence each client looks after the token by itself.
      clients = Array.from({ length: CLIENTS }, () => (defended ? one : open()));
    }
    sandbox.clock.advance(ROUND_MS);
    const soon = () => pause(random.below(20));
    const other = sharing && soon().then(() => renewAsBotocore(home, session, identityCenter, soon));
    const answers = await Promise.all(clients.map((tokens) => soon().then(() => tokens.find(session))));
    await other;
    forced += answers.filter((answer) => !answer.ok).length;
  }
  const asked = sandbox.countOf('CreateToken');
  return { figure: `${forced} forced in ${rounds} rounds, ${asked} token requests`, passed: forced === 0 };
}

async function signedIn(sandbox: Sandbox): Promise<SsoToken> {
  const { clientId, clientSecret, accessToken, refreshToken, tokens } = await signIn(sandbox);
  const now = sandbox.clock.now();
  const client = { clientId, clientSecret, expiresAt: now + 86_400_000 };
  return { accessToken, refreshToken, client, obtainedAt: now, expiresAt: now + (tokens.expiresIn ?? 0) * 1000 };
}

const stopOf = (timer: NodeJS.Timeout) => () => clearTimeout(timer);
