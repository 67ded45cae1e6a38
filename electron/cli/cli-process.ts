import { homedir } from 'node:os';
import path from 'node:path';
import { placesOf } from '../host/places.ts';
import { createProgramClient } from './program-client.ts';
import { runCli } from './run-cli.ts';
import { createTerminal } from './terminal.ts';
import type { CliWorld } from './world.ts';

/**
 * The command in this process: its arguments, streams and environment.
 * `distFolder` is where the built command is; in a clone the scripts are beside it.
 */
export async function runCliHere(argv: readonly string[], distFolder: string, version: string): Promise<number> {
  const { env, platform, stdin, stdout, stderr } = process;
  const places = placesOf({ env, platform, home: homedir() });
  const world: CliWorld = {
    program: createProgramClient({
      socketPath: places.socket,
      start: async () => {
        const { startProgram } = await import('./start-program.ts');
        return startProgram({
          launchRecord: places.launchRecord,
          socketPath: places.socket,
          cloneStart: [process.execPath, path.join(distFolder, '..', 'scripts', 'electron-run.mjs')],
          env,
          platform,
        });
      },
    }),
    // Opened only by those who read it.
    get stdin() {
      return createTerminal(stdin, stderr);
    },
    stdout: { isTTY: stdout.isTTY === true, write: (text) => void stdout.write(text) },
    stderr: { isTTY: stderr.isTTY === true, write: (text) => void stderr.write(text) },
    env,
    async auditEnd() {
      const [{ auditService, createAuditAnchor }, { createKeychain }] = await Promise.all([
        import('../host/audit/audit-anchor.ts'),
        import('../host/keychain.ts'),
      ]);
      return createAuditAnchor(createKeychain({ service: auditService })).read();
    },
    home: homedir(),
    version,
    now: () => Date.now(),
    after(delayMs, callback) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
  };
  // Who reads us may stop at any line (`| head`); that is no failure.
  stdout.on('error', () => undefined);
  const status = await runCli(argv, world);
  // A terminal that was read from would keep the process alive.
  stdin.destroy();
  return status;
}
