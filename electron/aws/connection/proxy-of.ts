import { BlockList, isIP } from 'node:net';
import { connectionError } from './connection-error.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Tells which proxy the system uses for a URL, in the words of a PAC file: `PROXY a:8080; DIRECT`. */
export type SystemProxy = (url: string) => Promise<string>;

/** How long the system may think about its proxy. */
const SYSTEM_PROXY_MS = 5_000;

/** Schemes that a proxy can be reached by. The `h` of `socks5h` asks the proxy to resolve names, which ours always do. */
const schemes = new Set(['http:', 'https:', 'socks:', 'socks4:', 'socks4a:', 'socks5:', 'socks5h:']);

/**
 * The proxy for a URL, `undefined` for none: `https_proxy`, `http_proxy` or
 * `all_proxy` in small or capital letters (small ones win, as in curl and AWS
 * CLI), else the system's. `no_proxy` keeps either away. Throws a
 * `connectionError` for a setting that is no proxy; it never holds the setting,
 * which may carry a password.
 */
export async function proxyOf(
  url: URL,
  env: Env,
  system?: SystemProxy,
  patienceMs = SYSTEM_PROXY_MS,
): Promise<URL | undefined> {
  if (isExcepted(url, setting(env, 'no_proxy')?.value ?? '')) return undefined;
  const own = setting(env, `${url.protocol.slice(0, -1)}_proxy`) ?? setting(env, 'all_proxy');
  if (own) return proxyUrl(own.value, own.name);
  // Programs of this computer are reached without one on every system.
  if (!system || isLocal(url.hostname)) return undefined;
  // Its host is all that counts: the path of a sign-in carries credentials, and the answer comes from other processes.
  return fromPac(await inTime(system(`${url.origin}/`), patienceMs).catch(() => 'DIRECT'));
}

/** A search for a PAC file in a network without one takes far longer, and no deadline of a request ends it. */
async function inTime(answer: Promise<string>, patienceMs: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('DIRECT'), patienceMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function setting(env: Env, name: string): { readonly name: string; readonly value: string } | undefined {
  for (const spelling of [name, name.toUpperCase()]) {
    const value = env[spelling]?.trim();
    if (value) return { name: spelling, value };
  }
  return undefined;
}

function proxyUrl(text: string, name: string): URL {
  const withScheme = text.includes('://') ? text : `http://${text}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  if (!url?.hostname || !schemes.has(url.protocol)) throw connectionError('proxy-setting', { setting: name });
  return url;
}

/** Hosts of `NO_PROXY`: a name stands for itself and all below it, `*` for all; an address may be a range. */
function isExcepted(url: URL, list: string): boolean {
  const host = bare(url.hostname.toLowerCase());
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '*') return true;
      if (entry.includes('/')) return isInRange(host, entry);
      const [, named = '', atPort] = /^(\[[^\]]*\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(entry) ?? [];
      const name = bare(named.replace(/^\*?\.?/, ''));
      if (name === '' || (atPort !== undefined && atPort !== port)) return false;
      return host === name || (isIP(host) === 0 && host.endsWith(`.${name}`));
    });
}

function isInRange(host: string, range: string): boolean {
  const [network = '', bits = ''] = range.split('/');
  const family = isIP(host) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(host) === 0 || isIP(network) !== isIP(host)) return false;
  try {
    const list = new BlockList();
    list.addSubnet(network, Number(bits), family);
    return list.check(host, family);
  } catch {
    return false;
  }
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** The first entry counts: a PAC file puts its choice there. */
function fromPac(answer: string): URL | undefined {
  const [kind = '', host = ''] = (answer.split(';')[0] ?? '').trim().split(/\s+/);
  const scheme = { PROXY: 'http', HTTP: 'http', HTTPS: 'https', SOCKS: 'socks4', SOCKS4: 'socks4', SOCKS5: 'socks5' }[
    kind.toUpperCase()
  ];
  return scheme && URL.canParse(`${scheme}://${host}`) ? new URL(`${scheme}://${host}`) : undefined;
}
