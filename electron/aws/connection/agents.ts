import { type ClientRequest, Agent as HttpAgent } from 'node:http';
import { type AgentOptions, Agent as HttpsAgent } from 'node:https';
import type { SecureContext } from 'node:tls';
import { connectionError } from './connection-error.ts';

/** By what way a host is reached, and who may answer for it. */
export interface Way {
  readonly proxy: URL | undefined;
  readonly trust: SecureContext | undefined;
  /** A request that must not be repeated gets a connection of its own: one left idle may be dead. */
  readonly fresh: boolean;
}

/** The agent that connects along a way. `isHttps` is about the host, not about the proxy. */
export async function agentFor({ proxy, trust, fresh }: Way, isHttps: boolean): Promise<HttpAgent> {
  const options: AgentOptions = {
    keepAlive: !fresh,
    maxSockets: 50,
    ...(trust !== undefined && { secureContext: trust }),
  };
  if (!proxy) return isHttps ? new HttpsAgent(options) : new HttpAgent({ keepAlive: !fresh, maxSockets: 50 });
  if (proxy.protocol.startsWith('socks')) {
    const { SocksProxyAgent } = await import('socks-proxy-agent');
    return trusting(new SocksProxyAgent(proxy, options), trust);
  }
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  const agent = new HttpsProxyAgent(withoutUser(proxy), { ...options, headers: authorization(proxy) });
  // Without this the proxy's refusal would be read as AWS's answer.
  agent.on('proxyConnect', ({ statusCode }: { statusCode: number }, request: ClientRequest) => {
    if (statusCode !== 200)
      request.destroy(connectionError('proxy-refused', { proxy: proxy.host, status: statusCode }));
  });
  return trusting(agent, trust);
}

/** Its own options are for the connection to the proxy; these are for the host behind it. */
function trusting<A extends HttpAgent>(agent: A, trust: SecureContext | undefined): A {
  const { options: own } = agent as A & { options: object };
  const options = { ...own, ...(trust !== undefined && { secureContext: trust }) };
  return Object.assign(agent, { options });
}

/** The agent writes its proxy down when DEBUG is set, so it is not told the password this way. */
function withoutUser(proxy: URL): URL {
  const url = new URL(proxy);
  url.username = '';
  url.password = '';
  return url;
}

function authorization({ username, password }: URL): Record<string, string> {
  if (!username && !password) return {};
  const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'Proxy-Authorization': `Basic ${Buffer.from(plain).toString('base64')}` };
}
