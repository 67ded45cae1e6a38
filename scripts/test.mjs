import { parseArgs } from 'node:util';
import { mainly, Refusal, say } from './lib/say.mjs';
import { describeRuntime } from './setup/runtime.mjs';
import { setUp } from './setup.mjs';
import { inWords, sum } from './test/count.mjs';
import { layers } from './test/layers.mjs';

/** `npm test`: sets up and runs every check, or with `--only unit,e2e` some. Its last line counts them all. */
await mainly(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const only = values.only?.split(',');
  const unknown = only?.find((name) => !layers.some((layer) => layer.name === name));
  if (unknown !== undefined)
    throw new Refusal(`there is no layer ${unknown}: ${layers.map((layer) => layer.name).join(', ')}`);
  const chosen = only ? layers.filter((layer) => only.includes(layer.name)) : layers;

  say(`testing on ${describeRuntime(await setUp())}`);
  const lines = [];
  const counts = [];
  for (const layer of chosen) {
    console.log(`\n── ${layer.name}`);
    const startedAt = performance.now();
    const { count } = await layer.run();
    counts.push(count);
    lines.push(
      `${layer.name.padEnd(12)} ${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${inWords(count)}`,
    );
    console.log(lines.at(-1));
  }
  const { passed, failed } = sum(counts);
  console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
