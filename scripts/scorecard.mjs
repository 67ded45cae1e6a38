import { mainly } from './lib/say.mjs';
import { setUpAndRun } from './lib/set-up-and-run.mjs';

await mainly(() => setUpAndRun('scorecard/main.ts', process.argv.slice(2)));
