import type { STSClientConfig } from '@aws-sdk/client-sts';
import { parseArn } from '../core/arn.ts';
import type { SigningKeys } from '../core/credentials.ts';
import type { AwsContext } from '../core/ports.ts';
import type { ServiceName } from '../core/profiles/profile-parameters.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { SKEW_SHOWN_MS } from '../core/time/aws-clock.ts';
import { type ClientSettings, clientSettings, type EndpointOf } from './client-settings.ts';
import { type AwsConnection, createAwsConnection } from './connection/connection.ts';
import { type AskedOfAws, awsFailure } from './errors.ts';
import { linkedAbort } from './linked-abort.ts';
import { cancelledFailure, timeoutFailure } from './network-errors.ts';
import { partitionById } from './partitions.ts';

/** What an adapter takes from outside; defaults are the product's. */
export interface AwsRequestOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The way to AWS; of its own unless the program gives the one that all services share. */
  readonly connection?: AwsConnection;
  /** What the user's files say of endpoints; nothing unless given. */
  readonly endpointOf?: EndpointOf;
  /** Epoch milliseconds; for the skew in messages only. */
  readonly now?: () => number;
  /** From the first byte to the answer, with all retries; the connection's unless given. */
  readonly deadlineMs?: number;
  /** One attempt. */
  readonly attemptTimeoutMs?: number;
  readonly maxAttempts?: number;
}

/** What every SDK client is made with, whatever its service. */
type RequestSettings = ClientSettings &
  Pick<
    STSClientConfig,
    'region' | 'credentials' | 'maxAttempts' | 'retryMode' | 'systemClockOffset' | 'requestHandler'
  >;

/** As much of a client as is needed to see what comes back. */
interface SdkClient {
  readonly middlewareStack: { add(middleware: never, options: object): void };
}

/** One AWS service: how its part of the SDK is loaded, and a client of it made. */
export interface AwsService<Sdk, Client extends SdkClient> {
  /** Named in failures in capital letters. */
  readonly name: ServiceName;
  readonly load: () => Promise<Sdk>;
  readonly connect: (sdk: Sdk, settings: RequestSettings) => Client;
}

/** Sends one command with the keys it is given; see `createAwsRequests`. */
export type AwsRequest<Sdk, Client> = <T>(
  request: {
    readonly by: SigningKeys;
    readonly context: AwsContext;
    readonly asked: Omit<AskedOfAws, 'profile' | 'region' | 'signedWithSession' | 'service'>;
  },
  send: (client: Client, sdk: Sdk, signal: AbortSignal) => Promise<T>,
) => Promise<Result<T>>;

/**
 * One SDK client per request (0.2 ms), so that keys never outlive their
 * request and none can be signed with another's; connections are shared between
 * them, and all are signed with AWS's time. Errors that are safe to repeat are
 * repeated with jitter; a request that carries an MFA code never is, as a code
 * works once, nor is one that makes something anew each time. The SDK makes the
 * endpoint out of region and settings, and never looks into the user's files.
 */
export function createAwsRequests<Sdk, Client extends SdkClient>(
  service: AwsService<Sdk, Client>,
  options: AwsRequestOptions = {},
): AwsRequest<Sdk, Client> {
  const { env = process.env, endpointOf = () => ({}), now = Date.now, maxAttempts = 4 } = options;
  const name = service.name.toUpperCase();
  const connection = options.connection ?? createAwsConnection({ env });
  const { deadlineMs = connection.deadlineMs } = options;
  // At least two attempts fit into the deadline.
  const { attemptTimeoutMs = Math.min(8_000, deadlineMs * 0.4) } = options;

  return async ({ by, context, asked }, send) => {
    const region = context.region || env.AWS_REGION || env.AWS_DEFAULT_REGION || defaultRegionFor(asked.roleArn);
    const about: AskedOfAws = {
      ...asked,
      service: name,
      profile: context.profile,
      region,
      signedWithSession: by.sessionToken !== undefined,
    };
    const { endpointUrl, useFipsEndpoint, useDualstackEndpoint } = context;
    const ofProfile = endpointOf(context.settingsOf ?? context.profile, service.name);
    const endpoint = clientSettings(service.name, env, {
      ...ofProfile,
      ...(endpointUrl !== undefined && { endpointUrl }),
      ...(useFipsEndpoint !== undefined && { useFipsEndpoint }),
      ...(useDualstackEndpoint !== undefined && { useDualstackEndpoint }),
    });
    const once = asked.sentMfaCode || asked.createsAnew === true;
    let lastAnswer: { readonly error: unknown } | undefined;
    const abort = linkedAbort(deadlineMs, context.signal);

    async function sendSigned() {
      const sdk = await service.load();
      const client = service.connect(sdk, {
        region,
        ...endpoint,
        credentials: {
          accessKeyId: by.accessKeyId,
          secretAccessKey: by.secretAccessKey,
          ...(by.sessionToken !== undefined && { sessionToken: by.sessionToken }),
        },
        maxAttempts: once ? 1 : maxAttempts,
        retryMode: 'standard',
        systemClockOffset: connection.clockOffsetMs(),
        requestHandler: connection.requestHandler({
          profile: context.profile,
          once,
          // There is no second attempt to leave time for.
          attemptTimeoutMs: once ? deadlineMs : attemptTimeoutMs,
        }),
      });
      watchAttempts(client, (answer) => {
        // Its own end by the deadline is no answer.
        lastAnswer = abort.signal.aborted ? undefined : answer;
      });
      return send(client, sdk, abort.signal);
    }

    function failureOf(error: unknown): Result<never> {
      if (abort.endedBy() === 'caller') return failed(cancelledFailure(context.profile));
      // AWS did answer, and it was its answer that was waited after: that says more than the time.
      if (abort.endedBy() === 'deadline' && lastAnswer) return failed(awsFailure(lastAnswer.error, about, now()));
      if (abort.endedBy() === 'deadline') return failed(timeoutFailure(name, context.profile, deadlineMs));
      return failed(awsFailure(error, about, now()));
    }

    try {
      if (abort.signal.aborted) return failed(cancelledFailure(context.profile));
      const signedAheadMs = connection.clockOffsetMs();
      const result = await sendSigned().then(ok, failureOf);
      if (result.ok || result.failure.kind !== 'clock-skew' || once) return result;
      // The SDK corrects a clock that is off. When the clock was put right since the last answer, it is our time that was off.
      if (Math.abs(connection.clockOffsetMs() - signedAheadMs) < SKEW_SHOWN_MS) return result;
      return await sendSigned().then(ok, failureOf);
    } finally {
      abort.release();
    }
  };
}

/** Tells of each attempt that failed, and of `undefined` while one is under way. */
function watchAttempts(client: SdkClient, tell: (failed: { readonly error: unknown } | undefined) => void): void {
  const middleware = (next: (args: unknown) => Promise<unknown>) => async (args: unknown) => {
    tell(undefined);
    try {
      return await next(args);
    } catch (error) {
      tell({ error });
      throw error;
    }
  };
  // Low in this step is behind the SDK's own retries: it sees each attempt, not the request.
  client.middlewareStack.add(middleware as never, { step: 'finalizeRequest', priority: 'low', name: 'watchAttempts' });
}

/** Where a role's partition is asked when nothing names a region. */
function defaultRegionFor(roleArn: string | undefined): string {
  return partitionById(parseArn(roleArn ?? '')?.partition ?? '')?.defaultRegion ?? 'us-east-1';
}
