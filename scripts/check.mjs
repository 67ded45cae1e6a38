import { mainly } from './lib/say.mjs';
import { setUpDependencies } from './setup/dependencies.mjs';
import { inWords, sum } from './test/count.mjs';
import { layers } from './test/layers.mjs';

/** `npm run check`: what is worth knowing before every commit, all at once; needs no display and no Electron. */
await mainly(async () => {
  await setUpDependencies();
  const quick = layers.filter(({ name }) => ['types', 'lint', 'layering', 'unit'].includes(name));
  const counts = await Promise.all(
    quick.map(async (layer) => {
      const { count, output } = await layer.run(true);
      console.log(`${layer.name.padEnd(10)} ${inWords(count)}`);
      if (count.failed > 0) console.log(output);
      return count;
    }),
  );
  const { passed, failed } = sum(counts);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
