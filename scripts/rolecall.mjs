#!/usr/bin/env node
/** `npx rolecall` in a clone: the built command, on the runtime that is set up here. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asUser } from './as-user.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { mainly, Refusal } from './lib/say.mjs';
import { presentRuntime, runtimeEnv } from './setup/runtime.mjs';

await mainly(async () => {
  const cli = join(root, 'dist', 'cli.js');
  if (!existsSync(cli)) throw new Refusal('nothing is built yet. In the clone: npm run setup && npm run build');
  const runtime = presentRuntime();
  const env = runtime ? runtimeEnv(runtime) : process.env;
  // As the same user as the program itself: its socket asks who is calling.
  return (await run(...asUser(process.execPath, [cli, ...process.argv.slice(2)]), { cwd: process.cwd(), env })).status;
});
