import { describe, expect, it } from 'vitest';
import { askWith } from './session-bus.ts';
import { findTrayHost } from './tray-host.ts';

describe('findTrayHost', () => {
  it.each([
    ['gdbus', '(<true>,)\n', true],
    ['dbus-send', 'method return …\n   variant       boolean true\n', true],
    ['busctl', 'v b true\n', true],
    ['gdbus', '(<false>,)\n', false],
    ['gdbus', '', false],
  ])('asks with %s', async (present, answer, expected) => {
    const run = async (program: string) => (program === present ? answer : undefined);
    expect(await findTrayHost('linux', (question) => askWith(run, question))).toBe(expected);
  });

  it('finds none where nobody can be asked', async () => {
    expect(await findTrayHost('linux', async () => ({ is: 'no-tool' }))).toBe(false);
  });

  it('does not ask elsewhere', async () => {
    expect(await findTrayHost('darwin', () => expect.unreachable())).toBe(true);
  });
});
