import { mainly } from './lib/say.mjs';
import { setUpAndRun } from './lib/set-up-and-run.mjs';

/** `npm run pictures`: takes the pictures of README and docs from the real program into docs/images, light and dark. */
await mainly(() => setUpAndRun('e2e/pictures/main.ts', process.argv.slice(2)));
