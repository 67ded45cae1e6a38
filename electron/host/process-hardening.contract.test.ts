import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { hardenProcess } from './process-hardening.ts';

/** What prctl says of a process of its own before and after: this one must stay debuggable. */
const script = `
import koffi from 'koffi';
import { hardenProcess } from './electron/host/process-hardening.ts';
const prctl = koffi.load(null).func('int prctl(int option, ulong a, ulong b, ulong c, ulong d)');
const PR_GET_DUMPABLE = 3;
const dumpable = () => prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
console.log(JSON.stringify([dumpable(), hardenProcess(), dumpable()]));
`;

describe.runIf(process.platform === 'linux')('a hardened process', () => {
  it('leaves no core and lets nobody attach', () => {
    const out = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: new URL('../..', import.meta.url),
      encoding: 'utf8',
    });
    expect(JSON.parse(out)).toEqual([1, 'closed', 0]);
  });

  it('is told from one that could not be', () => {
    const noLibrary = () => {
      throw new Error('not found');
    };
    expect(hardenProcess('linux', noLibrary)).toBe('open');
    expect(hardenProcess('linux', () => ({ func: () => () => -1 }) as never)).toBe('open');
    expect(hardenProcess('darwin', noLibrary)).toBe('left-to-the-system');
  });
});
