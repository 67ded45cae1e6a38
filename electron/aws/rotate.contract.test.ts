import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultSeed } from '../../e2e/sandbox/default-seed.ts';
import { createSandbox, type Sandbox } from '../../e2e/sandbox/sandbox.ts';
import { filesWorld, rotationOf } from './testing/rotate-child.fixture.ts';

const names = ['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL_IAM'] as const;
const before = names.map((name) => process.env[name]);
let child: string;
let aws: Sandbox;
let folder: string;
beforeAll(async () => {
  aws = await createSandbox({ ...defaultSeed, propagationDelayMs: 50 });
  for (const name of names) process.env[name] = aws.environment[name];
  folder = mkdtempSync(join(tmpdir(), 'rolecall-rotate-'));
  child = join(folder, 'child.mjs');
  // Bundled once: it is started some forty times.
  await build({
    entryPoints: [join(import.meta.dirname, 'testing/rotate-child.fixture.ts')],
    outfile: child,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
});
afterAll(async () => {
  names.forEach((name, i) => {
    if (before[i] === undefined) delete process.env[name];
    else process.env[name] = before[i];
  });
  rmSync(folder, { recursive: true, force: true });
  await aws.close();
});

/** Rotates in a process of its own; says how it ended. */
function rotateUntil(killAt: number): Promise<'killed' | 'done' | 'failed'> {
  return new Promise((resolve) => {
    execFile(process.execPath, [child, folder, String(killAt)], (error) =>
      resolve(error?.signal === 'SIGKILL' ? 'killed' : error ? 'failed' : 'done'),
    );
  });
}

it('leaves a working key wherever it is killed, and ends with one when it goes on', { timeout: 300_000 }, async () => {
  const ada = aws.user('ada');
  const world = filesWorld(folder);
  const { accessKeyId, secretAccessKey, arn: userArn } = ada;
  await world.keychain.save('dev', JSON.stringify({ accessKeyId, secretAccessKey }));
  await world.settings.update((all) => ({ ...all, accessKeys: { dev: { accessKeyId, userArn, addedAt: 1 } } }));
  const context = { profile: 'dev', region: 'eu-west-1' };

  let killed = 0;
  for (let at = 1; ; at++) {
    const ended = await rotateUntil(at);
    expect(ended, `touch ${at}`).not.toBe('failed');
    if (ended === 'done') break;
    killed++;
    const { run, signing } = rotationOf(world);
    const key = await signing();
    if (!key.ok) throw new Error(`no key after a kill at touch ${at}: ${key.failure.message}`);
    expect(await world.sts.getCallerIdentity(key.value, context), `touch ${at}`).toMatchObject({ ok: true });
    // Killed after the last touch there is nothing to go on with.
    if ((await world.keychain.read('dev')).ok && !world.settings.get().accessKeys.dev?.rotatingSince) continue;
    expect(await run(), `touch ${at}`).toMatchObject({ ok: true });
    const now = await signing();
    if (!now.ok) throw new Error(now.failure.message);
    expect(await world.iam.listAccessKeys(now.value, context)).toMatchObject({
      ok: true,
      value: [{ accessKeyId: now.value.accessKeyId, status: 'active' }],
    });
  }
  expect(killed).toBeGreaterThan(30);
});
