import { mainly, Refusal } from './lib/say.mjs';
import { presentRuntime } from './setup/runtime.mjs';

await mainly(async () => {
  const runtime = presentRuntime();
  if (!runtime) throw new Refusal('no Electron is set up yet: npm run setup');
  process.stdout.write(`${runtime.folder}\n`);
});
