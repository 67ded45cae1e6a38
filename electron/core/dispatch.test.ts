import { describe, expect, it, vi } from 'vitest';
import type { Client } from './client.ts';
import { type CallName, calls, type Door } from './contract.ts';
import { dispatch, type Handlers } from './dispatch.ts';
import { ok } from './result.ts';

const signal = new AbortController().signal;
const context = (door: Door) => ({ door, asker: { through: 'popover' as const }, signal });

function setUp(over: Partial<Record<CallName, () => Promise<never>>> = {}) {
  const handled = vi.fn(async () => ok({}));
  const handlers = Object.fromEntries(Object.keys(calls).map((name) => [name, handled]));
  return { handled, handlers: { ...handlers, ...over } as unknown as Handlers };
}

describe('dispatch', () => {
  it('hands parsed input to the handler and drops what the schema does not know', async () => {
    const { handled, handlers } = setUp();
    await dispatch(handlers, 'pinProfile', { profile: 'a', pinned: true, extra: 1 }, context('popover'));
    expect(handled).toHaveBeenCalledWith({ profile: 'a', pinned: true }, context('popover'));
  });

  it('knows only the contract’s calls', async () => {
    const { handled, handlers } = setUp();
    for (const name of ['nothing', '__proto__', 'constructor', 7, null, undefined]) {
      expect(await dispatch(handlers, name, {}, context('socket'))).toMatchObject({ failure: { kind: 'bad-input' } });
    }
    expect(handled).not.toHaveBeenCalled();
  });

  it('refuses every call through every door that is not its own', async () => {
    const { handled, handlers } = setUp();
    const doors: Door[] = ['popover', 'mfa', 'access-key', 'mfa-device', 'settings', 'socket'];
    for (const [name, { doors: own }] of Object.entries(calls)) {
      for (const door of doors.filter((other) => !(own as readonly Door[]).includes(other))) {
        expect(await dispatch(handlers, name, {}, context(door))).toMatchObject({ failure: { kind: 'bad-input' } });
      }
    }
    expect(handled).not.toHaveBeenCalled();
  });

  it('names the field that is wrong and never what was sent', async () => {
    const { handlers } = setUp();
    const result = await dispatch(handlers, 'answerQuestion', { id: '1', code: 'canary-secret' }, context('mfa'));
    expect(result).toMatchObject({ failure: { kind: 'bad-input', message: expect.stringContaining('"code"') } });
    expect(JSON.stringify(result)).not.toContain('canary');
  });

  it('turns a thrown error into a failure without its text', async () => {
    const { handlers } = setUp({ overview: () => Promise.reject(new TypeError('canary-secret')) });
    const result = await dispatch(handlers, 'overview', {}, context('popover'));
    expect(result).toMatchObject({ failure: { kind: 'internal', message: expect.stringContaining('TypeError') } });
    expect(JSON.stringify(result)).not.toContain('canary');
  });

  it('gives no window a call that answers with credentials or a sign-in link', () => {
    type Secret = 'credentials' | 'consoleLink';
    type InWindow = (
      | keyof Client<'popover'>
      | keyof Client<'mfa'>
      | keyof Client<'access-key'>
      | keyof Client<'settings'>
    ) &
      Secret;
    const none: [InWindow] extends [never] ? true : false = true;
    expect(none).toBe(true);
    expect(calls.credentials.doors).toEqual(['socket']);
    expect(calls.consoleLink.doors).toEqual(['socket']);
  });
});
