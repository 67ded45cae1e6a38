import { join } from 'node:path';
import { asUser } from './as-user.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { mainly } from './lib/say.mjs';
import { runtimeEnv } from './setup/runtime.mjs';
import { setUp } from './setup.mjs';

/** `npm run gallery`: draws every screen and state into docs/gallery, light and dark; the end-to-end tests compare with these. */
await mainly(async () => {
  const runtime = await setUp();
  const args = [
    join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    'gallery',
    '--update-snapshots=all',
    '--reporter=list',
  ];
  const { status } = await run(...asUser(process.execPath, args), { env: runtimeEnv(runtime) });
  return status;
});
