import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { contentSecurityPolicy } from '../../electron/shell/content.ts';
import { projectRoot } from '../harness/program.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

/** Builds the page of scenes (`renderer/fakes/`) and serves it under the program's own content policy. */
export async function serveGallery(): Promise<{ url: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-gallery-'));
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ['renderer/fakes/gallery.tsx'],
    outdir: folder,
    bundle: true,
    format: 'iife',
    target: 'chrome130',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff2': 'file' },
    logLevel: 'warning',
  });
  const files = new Map<string, Buffer>(
    readdirSync(folder).map((name) => [`/${name}`, readFileSync(join(folder, name))]),
  );
  files.set('/gallery.html', readFileSync(join(projectRoot, 'renderer/fakes/gallery.html')));
  rmSync(folder, { recursive: true, force: true });

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gallery');
    const file = files.get(pathname);
    response.writeHead(file ? 200 : 404, {
      'Content-Type': types[extname(pathname).slice(1)] ?? 'text/plain',
      // Each scene is a page of its own: what they share is read, and the script compiled, once.
      'Cache-Control': 'max-age=3600',
      // The one thing more than in the program: the gallery has a font of its own.
      'Content-Security-Policy': `${contentSecurityPolicy}; font-src 'self'`,
    });
    response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/gallery.html`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
