import { buildIfNeeded } from './build.mjs';
import { runElectron } from './electron-run.mjs';
import { mainly, Refusal, say } from './lib/say.mjs';
import { describeRuntime } from './setup/runtime.mjs';
import { setUp } from './setup.mjs';

/** `npm start`: everything from a fresh clone to the open program, on the person's own ~/.aws. */
await mainly(async () => {
  const runtime = await setUp({ desktop: false });
  if (await buildIfNeeded()) say('built.');
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Refusal(
      'there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so there is nothing to show Rolecall on. To see it work without one: npm run demo',
    );
  }
  say(`starting on ${describeRuntime(runtime)}`);
  return runElectron(process.argv.slice(2));
});
