import { expect, it } from 'vitest';
import { asUser } from './as-user.mjs';

const allowed = { uid: 0, tryNamespace: () => ({ status: 0, stderr: '' }) };

it('leaves a command of an ordinary user alone', () => {
  expect(asUser('node', ['a', 'b c'], { uid: 1000 })).toEqual(['node', ['a', 'b c']]);
});

it('runs a command of root as an ordinary user', () => {
  const [command, args] = asUser('node', ['a', 'b c'], allowed);
  expect(command).toBe('unshare');
  expect(args).toEqual(['--user', '--map-user=5', '--map-group=60', '--', 'node', 'a', 'b c']);
});

it('refuses with a remedy where root may not', () => {
  const forbidden = {
    uid: 0,
    tryNamespace: () => ({ status: 1, stderr: 'unshare failed: Operation not permitted\n' }),
  };
  expect(() => asUser('node', [], forbidden)).toThrow(/Operation not permitted.*\n.*ordinary user.*seccomp=unconfined/);
});
