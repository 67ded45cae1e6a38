/**
 * `npm run demo`: the real program on an embedded AWS, in a throw-away home
 * with a throw-away keychain. With a display it stays open to play with;
 * without one it performs the main job by itself and leaves pictures.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createPlace, launch, type Program, projectRoot } from '../harness/program.ts';
import { performMainJob } from './perform-main-job.ts';
import { stayOpen } from './stay-open.ts';

if (process.platform !== 'linux') {
  // The throw-away keychain is a gnome-keyring on a bus of its own; the keychains of other systems are the person's.
  console.error('The demo needs Linux so far: elsewhere it could not keep its hands off your own keychain.');
  process.exit(1);
}

const display = process.env.DISPLAY;
// On the person's display there is no tray host on the demo's own session bus, so the window stays open.
const place = await createPlace(display ? { display, trayHost: false } : {});
try {
  const program = await launch(place, { keys: ['ada', 'bob', 'mei'] });
  await (display ? stayOpen(program) : performMainJobHere(program));
  await program.quit();
} finally {
  await place.close();
}

async function performMainJobHere(program: Program): Promise<void> {
  const folder = join(projectRoot, 'demo-output');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  console.log('There is no display, so the demo performs the main job by itself.\n');
  await performMainJob(program, folder, console.log);
  console.log(
    '\nThe pictures are in demo-output/. With a display, the same command keeps the program open to play with.',
  );
}
