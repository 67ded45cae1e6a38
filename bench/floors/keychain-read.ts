import { fileURLToPath } from 'node:url';
import { run } from '../../e2e/harness/processes.ts';
import type { Figure } from '../figure.ts';

const reader = fileURLToPath(new URL('keychain-reader.cjs', import.meta.url));
const warmUps = 3;

/** In a process of its own, because a keychain is found through the environment of the process. */
export const keychainRead: Figure = {
  name: 'keychain-read',
  what: 'one look-up in the keychain',
  unit: 'ms',
  async measure(rig) {
    const { env } = await rig.desktop();
    const { status, stdout, stderr } = await run(process.execPath, [reader, String(30 + warmUps)], { env });
    if (status !== 0) throw new Error(stderr.trim());
    return (JSON.parse(stdout) as readonly number[]).slice(warmUps);
  },
};
