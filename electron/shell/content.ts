import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Protocol } from 'electron';
import { appHost, appScheme } from './origin.ts';

/** @see docs/security.md */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Makes `app:` a standard, secure scheme. Must run before Electron is ready. */
export function registerContentScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true } }]);
}

/** Serves the built pages to one Chromium session. */
export function serveContent(sessionProtocol: Pick<Protocol, 'handle'>, respond: ContentResponder): void {
  sessionProtocol.handle(appScheme, respond);
}

export type ContentResponder = (request: { method: string; url: string }) => Promise<Response>;

/**
 * Answers requests for files of `folder`. The allow-list is the folder as it was
 * when first asked: a path is looked up in it as a whole and never joined or
 * resolved, so there is nothing to traverse.
 */
export function contentResponder(folder: string): ContentResponder {
  let allowed: Promise<ReadonlyMap<string, string>> | undefined;

  return async ({ method, url }) => {
    if (method !== 'GET') return plain(405);
    const parsed = parse(url);
    if (!parsed || parsed.host !== appHost) return plain(404);
    allowed ??= listFiles(folder);
    const file = (await allowed).get(parsed.pathname);
    const type = file && mimeTypes[path.extname(file)];
    if (!file || !type) return plain(404);
    return new Response(new Uint8Array(await readFile(file)), { headers: headers(type) });
  };
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

async function listFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  async function add(directory: string, prefix: string): Promise<void> {
    for (const entry of await readdir(directory, { withFileTypes: true })) {
      const file = path.join(directory, entry.name);
      if (entry.isDirectory()) await add(file, `${prefix}${entry.name}/`);
      else if (entry.isFile()) files.set(`${prefix}${entry.name}`, file);
    }
  }
  await add(folder, '/');
  return files;
}

function headers(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}

function plain(status: number): Response {
  return new Response('', { status, headers: headers('text/plain; charset=utf-8') });
}
