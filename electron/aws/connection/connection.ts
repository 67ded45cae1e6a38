import type { Agent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsClock } from '../../core/time/aws-clock.ts';
import { agentFor } from './agents.ts';
import { aboutProxy } from './connection-error.ts';
import { deadlineOf } from './deadline.ts';
import { getText } from './get-text.ts';
import { proxyOf, type SystemProxy } from './proxy-of.ts';
import { type CaBundle, createTrust } from './trust.ts';

type RequestHandler = Pick<
  NodeHttpHandler,
  'metadata' | 'handle' | 'destroy' | 'updateHttpClientConfig' | 'httpHandlerConfigs'
>;

/** What a connection takes from outside. Without anything it is the process's environment and its own clock. */
export interface ConnectionParts {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Is told AWS's time with every answer, and says with what time to sign. */
  readonly awsClock?: Pick<AwsClock, 'answered' | 'steadyMs' | 'aheadMs' | 'isMeasured'>;
  readonly systemProxy?: SystemProxy;
  /** `ca_bundle` of a profile. */
  readonly caBundleOf?: (profile: string) => string | undefined;
}

/** How the requests of one client are to be sent. */
interface Sending {
  /** The profile that asks: it may have a `ca_bundle`. */
  readonly profile: string;
  /** It must not be sent twice: it gets a connection of its own, as one left idle may be dead. */
  readonly once?: boolean;
  /** One attempt, to the answer's first byte. */
  readonly attemptTimeoutMs: number;
}

/**
 * The way from this computer to AWS, for all of its services: through the
 * proxy of the environment or the system, trusting what the person's
 * certificates say, and learning AWS's time from every answer. Errors of the
 * way itself are `connectionError`s, which `networkFailure` explains.
 */
export interface AwsConnection {
  /** For a client of the SDK, of any service. Connections are shared between all handlers. */
  requestHandler(sending: Sending): RequestHandler;
  /** For a client's `systemClockOffset`: requests are signed with AWS's time. */
  clockOffsetMs(): number;
  /** Whether an answer of AWS has said its time, or nobody wants to know. */
  isTimeKnown(): boolean;
  /** One GET without redirects. The URL may carry credentials: it is in no error and no log. */
  getText(url: URL, signal: AbortSignal, profile: string): Promise<{ status: number; text: string }>;
  /** Asks AWS for its time, unsigned, where it was reached before; settles within some seconds, whatever happens. */
  askTime(): Promise<void>;
  /** After a sleep or a change of network: connections that were left idle may be dead, and are not used again. */
  dropIdle(): void;
  /** From the first byte to the answer, with all retries. */
  readonly deadlineMs: number;
}

const CONNECT_TIMEOUT_MS = 5_000;
const ASK_TIME_MS = 5_000;

export function createAwsConnection(parts: ConnectionParts = {}): AwsConnection {
  const { env = process.env, awsClock, systemProxy } = parts;
  const trust = createTrust();
  const agents = new Map<string, Promise<Agent>>();
  let lastReached: { readonly origin: string; readonly profile: string } | undefined;

  function bundleOf(profile: string): CaBundle | undefined {
    if (env.AWS_CA_BUNDLE) return { path: env.AWS_CA_BUNDLE, setting: 'AWS_CA_BUNDLE' };
    const path = parts.caBundleOf?.(profile);
    return path ? { path, setting: 'ca_bundle' } : undefined;
  }

  async function wayTo(url: URL, profile: string, once: boolean): Promise<{ agent: Agent; proxy: URL | undefined }> {
    const proxy = await proxyOf(url, env, systemProxy);
    const isHttps = url.protocol === 'https:';
    const trusted = isHttps || proxy?.protocol === 'https:' ? await trust(bundleOf(profile)) : undefined;
    const key = JSON.stringify([proxy?.href, trusted?.name, isHttps, once]);
    const agent = agents.get(key) ?? agentFor({ proxy, trust: trusted?.context, fresh: once }, isHttps);
    agents.set(key, agent);
    return { agent: await agent, proxy };
  }

  /** Carries a request out along its way, and learns the time from its answer. */
  async function send<T extends { readonly headers: Readonly<Record<string, unknown>> }>(
    url: URL,
    profile: string,
    once: boolean,
    act: (agent: Agent) => Promise<T>,
  ): Promise<T> {
    const { agent, proxy } = await wayTo(url, profile, once);
    const sentSteadyMs = awsClock?.steadyMs() ?? 0;
    try {
      const answer = await act(agent);
      lastReached = { origin: url.origin, profile };
      // An answer out of a proxy's store is dated when it was put there.
      if (answer.headers.age === undefined)
        awsClock?.answered({ dateAt: Date.parse(`${answer.headers.date}`), sentSteadyMs });
      return answer;
    } catch (error) {
      throw proxy ? aboutProxy(error, proxy) : error;
    }
  }

  return {
    deadlineMs: deadlineOf(env),
    clockOffsetMs: () => awsClock?.aheadMs() ?? 0,
    isTimeKnown: () => awsClock?.isMeasured() ?? true,
    requestHandler({ profile, once = false, attemptTimeoutMs }) {
      return {
        metadata: { handlerProtocol: 'http/1.1' },
        async handle(request, options) {
          const { NodeHttpHandler } = await import('@smithy/node-http-handler');
          const port = request.port === undefined ? '' : `:${request.port}`;
          const url = new URL(`${request.protocol}//${request.hostname}${port}`);
          const response = await send(url, profile, once, async (agent) => {
            const handler = new NodeHttpHandler({
              httpAgent: agent,
              // It is typed as the agent of `node:https`, and never uses more than this.
              httpsAgent: agent as HttpsAgent,
              connectionTimeout: Math.min(CONNECT_TIMEOUT_MS, attemptTimeoutMs),
              requestTimeout: attemptTimeoutMs,
              throwOnRequestTimeout: true,
            });
            return (await handler.handle(request, options)).response;
          });
          return { response };
        },
        destroy() {},
        updateHttpClientConfig() {},
        httpHandlerConfigs: () => ({}),
      };
    },
    getText: (url, signal, profile) => send(url, profile, true, (agent) => getText(url, agent, signal)),
    async askTime() {
      if (!lastReached) return;
      const { origin, profile } = lastReached;
      const signal = AbortSignal.timeout(ASK_TIME_MS);
      await send(new URL(origin), profile, true, (agent) => getText(new URL(origin), agent, signal)).catch(
        () => undefined,
      );
    },
    dropIdle() {
      for (const agent of agents.values()) {
        const drop = ({ freeSockets }: Agent) => {
          for (const socket of Object.values(freeSockets).flat()) socket?.destroy();
        };
        agent.then(drop, () => undefined);
      }
    },
  };
}
