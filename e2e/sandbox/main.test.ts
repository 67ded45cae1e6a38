import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

it('starts alone, prints where it is as JSON, answers, and ends on SIGTERM', async () => {
  const main = new URL('main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', main], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const chunk of child.stdout) {
    text += chunk;
    if (text.endsWith('\n}\n')) break;
  }
  const { endpoints, environment, users } = JSON.parse(text);
  expect(environment.AWS_ENDPOINT_URL_STS).toBe(endpoints.sts);
  expect(users).toContainEqual(expect.objectContaining({ name: 'ada', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }));
  expect((await fetch(endpoints.sts)).status).toBe(400);
  expect(await (await fetch(`${endpoints.control}/requests`)).json()).toHaveLength(1);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
}, 30_000);
