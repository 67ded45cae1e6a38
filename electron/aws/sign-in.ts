import * as v from 'valibot';
import { failure } from '../core/failure.ts';
import { plainName } from '../core/plain-name.ts';
import type { ConsoleDestination, SignIn } from '../core/ports.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { type AwsConnection, createAwsConnection } from './connection/connection.ts';
import { signInOverride } from './console-hosts.ts';
import { linkedAbort } from './linked-abort.ts';
import { cancelledFailure, networkFailure, timeoutFailure } from './network-errors.ts';
import { type Partition, partitionById, partitionOfRegion } from './partitions.ts';

const SigninTokenSchema = v.object({ SigninToken: v.pipe(v.string(), v.minLength(1)) });
const endpoint = 'The sign-in endpoint';

/**
 * Federated links to the AWS console, by AWS's two steps: credentials against
 * a sign-in token, the token into a link. Fails with `sign-in-refused`,
 * `network`, `timeout` (after `deadlineMs`, 20 s unless given), `cancelled`
 * or `bad-input`. The link is a secret for its 15 minutes: it is returned and
 * nowhere else.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
 */
export function createSignIn(
  options: { env?: Readonly<Record<string, string | undefined>>; connection?: AwsConnection; deadlineMs?: number } = {},
): SignIn {
  const { env = process.env } = options;
  const connection = options.connection ?? createAwsConnection({ env });
  const { deadlineMs = connection.deadlineMs } = options;

  return {
    async consoleLink(credentials, { partition: id, region, service, page, sessionDurationSeconds, profile }, signal) {
      const place = consolePlace(id, region, profile);
      if (!place.ok) return place;
      const destination = destinationOf(place.value, { service, page }, profile);
      if (!destination.ok) return destination;
      const override = signInOverride(env);
      if (!override.ok) return override;
      const federation = federationUrl(override.value, place.value.partition);

      const ask = new URL(federation);
      ask.searchParams.set('Action', 'getSigninToken');
      if (sessionDurationSeconds !== undefined) ask.searchParams.set('SessionDuration', `${sessionDurationSeconds}`);
      ask.searchParams.set(
        'Session',
        JSON.stringify({
          sessionId: credentials.accessKeyId,
          sessionKey: credentials.secretAccessKey,
          sessionToken: credentials.sessionToken,
        }),
      );
      const token = await signinToken(ask, profile, linkedAbort(deadlineMs, signal), { connection, deadlineMs });
      if (!token.ok) return token;

      const link = new URL(federation);
      link.searchParams.set('Action', 'login');
      link.searchParams.set('Issuer', 'Rolecall');
      link.searchParams.set('Destination', destination.value);
      link.searchParams.set('SigninToken', token.value);
      return ok(link.href);
    },
  };
}

interface ConsolePlace {
  readonly partition: Partition;
  readonly region: string;
}

/** The region must be one of the role's own partition: its credentials work in no other. */
function consolePlace(id: string, region: string | undefined, profile: string): Result<ConsolePlace> {
  const partition = partitionById(id);
  if (!partition) {
    return failed(
      failure('bad-input', 'The role is in a partition of AWS that Rolecall does not know.', 'Check its ARN.', {
        profile,
      }),
    );
  }
  if (region && partitionOfRegion(region) !== partition) {
    return failed(
      failure(
        'bad-input',
        `"${plainName(region)}" is no region of the partition ${partition.id}, where the role is.`,
        `Choose a region such as ${partition.defaultRegion}.`,
        { profile },
      ),
    );
  }
  return ok({ partition, region: region || partition.defaultRegion });
}

function federationUrl(override: URL | undefined, partition: Partition): URL {
  if (!override) return new URL(`https://${partition.signInHost}/federation`);
  const path = override.pathname.replace(/\/+$/, '');
  return new URL(path.endsWith('/federation') ? path : `${path}/federation`, override.origin);
}

/** Always on the console's own host in the region, whatever the page is made of. */
function destinationOf(
  { partition, region }: ConsolePlace,
  { service, page }: Pick<ConsoleDestination, 'service' | 'page'>,
  profile: string,
): Result<string> {
  const origin = `https://${region}.${partition.consoleHost}`;
  if (page !== undefined) {
    const url = page.startsWith('/') && URL.canParse(page, origin) ? new URL(page, origin) : undefined;
    if (url?.origin === origin) return ok(url.href);
    return failed(
      failure('bad-input', 'That is not a page of the AWS console.', 'Paste the whole link, or the ARN.', { profile }),
    );
  }
  const url = new URL(`/${service ?? 'console'}/home`, origin);
  url.searchParams.set('region', region);
  return ok(url.href);
}

async function signinToken(
  ask: URL,
  profile: string,
  abort: ReturnType<typeof linkedAbort>,
  { connection, deadlineMs }: { connection: AwsConnection; deadlineMs: number },
): Promise<Result<string>> {
  try {
    const { status, text } = await connection.getText(ask, abort.signal, profile);
    if (status === 200) {
      const parsed = v.safeParse(SigninTokenSchema, parseJson(text));
      if (parsed.success) return ok(parsed.output.SigninToken);
    }
    return failed(refused(status, profile));
  } catch (error) {
    if (abort.endedBy() === 'caller') return failed(cancelledFailure(profile));
    if (abort.endedBy() === 'deadline') return failed(timeoutFailure(endpoint, profile, deadlineMs));
    return failed(
      networkFailure(error, endpoint, profile) ??
        failure('network', `${endpoint} of AWS gave no answer that can be read.`, 'Try again.', { profile }),
    );
  } finally {
    abort.release();
  }
}

/** The endpoint's own text is an HTML page that may repeat what it was sent: it is not shown. */
function refused(status: number, profile: string) {
  if (status >= 500 || status === 429) {
    return failure('aws-error', `${endpoint} of AWS had an error (${status}).`, 'Try again in a minute.', { profile });
  }
  return failure(
    'sign-in-refused',
    `AWS did not exchange these credentials for a console sign-in (${status}).`,
    'Switch to the profile again for fresh credentials; a session duration may only be given for a role assumed with a long-term key.',
    { profile },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
