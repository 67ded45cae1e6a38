import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMfaCommand } from './mfa-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mfa command-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const node = `'${process.execPath}'`;
const signal = new AbortController().signal;
const run = (command: string, deadlineMs = 20_000) =>
  createMfaCommand({ deadlineMs })(command, { profile: 'developer', signal });
const fails = (what: RegExp) => ({
  ok: false,
  failure: { kind: 'mfa-process', profile: 'developer', message: expect.stringMatching(what) },
});

function script(text: string): string {
  const file = join(folder, 'a script.cjs');
  writeFileSync(file, text);
  return `${node} "${file}"`;
}

describe('the command for MFA codes', () => {
  it('prints', async () => {
    expect(await run(script('console.log("123456")'))).toEqual({ ok: true, value: '123456\n' });
  });

  it('gets its words split, and nothing in them is expanded, substituted or piped', async () => {
    const show = script('console.log(JSON.stringify(process.argv.slice(2)))');
    const ran = await run(`${show} $HOME \`id\` $(id) "a b" 'c  d' e\\ f ; touch x | cat > ${folder}/out && true`);
    const words = ran.ok ? JSON.parse(ran.value) : undefined;
    expect(words).toEqual(
      ['$HOME', '`id`', '$(id)', 'a b', 'c  d', 'e f', ';', 'touch', 'x', '|', 'cat', '>', `${folder}/out`.split(' ')]
        .flat()
        .concat('&&', 'true'),
    );
  });

  it('has its words for the error thrown away, and its output when it failed', async () => {
    const ran = await run(script('console.error("canary-err"); console.log("canary-out"); process.exit(3)'));
    expect(ran).toMatchObject(fails(/ended with status 3/));
    expect(JSON.stringify(ran)).not.toContain('canary');
  });

  it('has no standard input to wait for', async () => {
    expect(await run(script('process.stdin.on("end", () => console.log("over")).resume()'))).toMatchObject({
      value: 'over\n',
    });
  });

  it.each([
    ['', /empty/],
    ['echo "half', /quote/],
    ['/no/such/program 1', /was not found/],
  ])('that cannot be started says so: %j', async (command, what) => {
    expect(await run(command)).toMatchObject(fails(what));
  });

  it('that prints without end is ended', async () => {
    expect(await run(script('setInterval(() => console.log("x".repeat(1000)), 1)'))).toMatchObject(fails(/much more/));
  });

  it('that takes too long is ended, with what it started', async () => {
    const pidFile = join(folder, 'pid');
    const child = script(`
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
      setInterval(() => {}, 1000);`);
    expect(await run(child, 1_500)).toMatchObject(fails(/did not end within/));
    const pid = Number(readFileSync(pidFile, 'utf8'));
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 5_000 });
  });

  it('is ended when nobody waits for it any more', async () => {
    const control = new AbortController();
    const ran = createMfaCommand()(script('setInterval(() => {}, 1000)'), { profile: 'p', signal: control.signal });
    control.abort();
    expect(await ran).toMatchObject({ failure: { kind: 'cancelled' } });
  });
});
