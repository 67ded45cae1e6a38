/**
 * What a development runtime runs when it is given a folder: the part of
 * Electron's own default app that we need. The import at the end is awaited at
 * top level on purpose: Electron holds `ready` back until this module is done,
 * and app.enableSandbox() and privileged schemes must come before `ready`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const preloads = [];
let folder;
for (let at = 1; at < process.argv.length; at++) {
  const word = process.argv[at];
  if (word === '-r' || word === '--require') preloads.push(process.argv[++at]);
  else if (word === '-v' || word === '--version') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (!word.startsWith('-')) {
    folder = resolve(word);
    break;
  }
}
if (folder === undefined) {
  console.error('Give the folder of a program: electron FOLDER');
  process.exit(1);
}

const require = createRequire(resolve('-'));
for (const file of preloads) require(resolve(file));

process.defaultApp = true;
const about = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
if (about.productName ?? about.name) app.setName(about.productName ?? about.name);
if (about.version) app.setVersion(about.version);
app.setAppPath(folder);
await import(pathToFileURL(resolve(folder, about.main ?? 'index.js')).href);
