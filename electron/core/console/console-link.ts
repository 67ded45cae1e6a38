import { readAccessKey } from '../access-keys/base-keys.ts';
import { parseArn } from '../arn.ts';
import { sessionFacts } from '../audit/session-facts.ts';
import type { CatalogStore } from '../catalog.ts';
import type { TemporaryCredentials } from '../credentials.ts';
import type { CallContext } from '../dispatch.ts';
import { failure } from '../failure.ts';
import type { AccessKeyHop } from '../hop.ts';
import type { ConsoleDestination, Keychain, Signal, SignIn, Sts } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Session } from '../sessions/broker.ts';
import { sessionName } from '../sessions/name-template.ts';

/**
 * A user's console needs GetFederationToken, whose rights are what both the user
 * and this policy allow: the user's own rights, no more.
 */
const EVERYTHING_THE_USER_MAY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

/** Makes the federated sign-in link for a profile. The link is a secret: it goes to the browser or to stdout, nowhere else. */
export function createConsoleLinks(parts: {
  catalog: CatalogStore;
  signIn: SignIn;
  sts: Sts;
  keychain: Keychain;
  userName: string;
}) {
  async function forUser(profile: string, hop: AccessKeyHop, signal: Signal): Promise<Result<TemporaryCredentials>> {
    const key = await readAccessKey(hop, parts.keychain, parts.catalog.content());
    if (!key.ok) return key;
    const input = {
      name: sessionName('rolecall-{user}', { user: parts.userName, host: '', profile }).slice(0, 32),
      policy: EVERYTHING_THE_USER_MAY,
    };
    return parts.sts.getFederationToken(input, key.value, { profile, region: hop.region, signal });
  }

  return async function consoleLink(
    profile: string,
    destination: ConsoleDestination,
    openSession: () => Promise<Result<Session>>,
    signal: Signal,
    handOut?: CallContext['handOut'],
  ): Promise<Result<string>> {
    const chain = parts.catalog.chain(profile);
    if (!chain.ok) return chain;
    const [source, ...roles] = chain.value;
    const last = roles.at(-1);
    const region = destination.region ?? last?.region ?? ('region' in source ? source.region : undefined);

    let credentials: TemporaryCredentials;
    let sessionDurationSeconds: number | undefined;
    let startedAt: number | undefined;
    if (!last && source.kind === 'access-key') {
      const federated = await forUser(profile, source, signal);
      if (!federated.ok) return federated;
      credentials = federated.value;
    } else {
      const session = await openSession();
      if (!session.ok) return session;
      ({ credentials, startedAt } = session.value);
      sessionDurationSeconds = session.value.signedByLongTermKey ? lengthSeconds(session.value) : undefined;
    }
    const partition = parseArn(last?.roleArn ?? credentials.arn ?? '')?.partition ?? credentials.partition;
    if (!partition) return failed(noPartition(profile));
    const { service, page } = destination;
    const link = await parts.signIn.consoleLink(
      credentials,
      { region, service, page, partition, sessionDurationSeconds, profile },
      signal,
    );
    if (!link.ok) return link;
    const written = await handOut?.(sessionFacts(profile, credentials, startedAt));
    return written?.ok === false ? written : ok(link.value);
  };
}

/**
 * What the role session itself was granted, which never exceeds the role's
 * maximum. AWS answers 400 to a duration for anything but a role assumed with
 * long-term keys, and to one under 900 s.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
 */
function lengthSeconds({ startedAt, credentials }: Session): number {
  return Math.max(900, Math.floor((credentials.expiresAt - startedAt) / 1000));
}

function noPartition(profile: string) {
  return failure(
    'aws-error',
    `AWS did not say which partition "${profile}" belongs to.`,
    'Try again; if it stays, check the region of the profile.',
    {
      profile,
    },
  );
}
