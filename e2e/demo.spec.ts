import { readdirSync } from 'node:fs';
import { performMainJob } from './demo/perform-main-job.ts';
import { expect, test } from './harness/test.ts';

test('the demo does the main job on all of its keys, and says what it saw', async ({ program }, testInfo) => {
  const said: string[] = [];
  await performMainJob(await program({ keys: ['ada', 'bob', 'mei'] }), testInfo.outputDir, (what) => said.push(what));
  expect(said.map((what) => Number.parseInt(what, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(readdirSync(testInfo.outputDir).filter((name) => /^\d.*\.png$/.test(name))).toHaveLength(4);
});
