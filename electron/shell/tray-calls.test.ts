import { describe, expect, it, vi } from 'vitest';
import { failure } from '../core/failure.ts';
import { failed, ok } from '../core/result.ts';
import { trayCalls } from './tray-calls.ts';

function setUp() {
  const handlers = {
    switchProfile: vi.fn(async () => failed(failure('network', 'no route', 'check the network'))),
    openConsole: vi.fn(async () => failed(failure('cancelled', 'cancelled', 'again'))),
    showSettings: vi.fn(async () => failed(failure('cancelled', 'cancelled', 'again'))),
    signOut: vi.fn(async () => ok({ signedOut: [] })),
    lock: vi.fn(async () => ok({ lock: { locked: true, reason: 'by-hand', lockedAt: 0 } } as const)),
    unlock: vi.fn(async () => ok({})),
    quit: vi.fn(async () => ok({})),
  };
  const [showPopover, focusQuestion, onFailure] = [vi.fn(), vi.fn(), vi.fn()];
  return {
    handlers,
    showPopover,
    focusQuestion,
    onFailure,
    act: trayCalls({ handlers, showPopover, focusQuestion, onFailure }),
  };
}

describe('tray entries', () => {
  it('switch in the name of the tray, and bring a failure to where it can be read', async () => {
    const { act, handlers, onFailure } = setUp();
    await act({ kind: 'switch', profile: 'developer' });
    expect(handlers.switchProfile).toHaveBeenCalledWith(
      { profile: 'developer' },
      expect.objectContaining({ asker: { through: 'tray' } }),
    );
    expect(onFailure).toHaveBeenCalledWith(expect.objectContaining({ kind: 'network' }));
  });

  it('tell of a bug, too, and not its text', async () => {
    const { act, handlers, onFailure } = setUp();
    handlers.signOut.mockRejectedValueOnce(new TypeError('CANARY'));
    await act({ kind: 'sign-out-all' });
    expect(onFailure).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: 'internal' }));
    expect(JSON.stringify(onFailure.mock.calls)).not.toContain('CANARY');
  });

  it('say nothing about a cancel', async () => {
    const { act, onFailure } = setUp();
    await act({ kind: 'console', profile: 'developer' });
    expect(onFailure).not.toHaveBeenCalled();
  });

  it('sign out, lock, unlock, quit, open the list and the waiting question', async () => {
    const { act, handlers, showPopover, focusQuestion } = setUp();
    for (const kind of ['sign-out-all', 'lock', 'unlock', 'quit', 'open', 'question'] as const) await act({ kind });
    expect(handlers.signOut).toHaveBeenCalledWith({}, expect.anything());
    for (const done of [handlers.lock, handlers.unlock, handlers.quit, showPopover, focusQuestion])
      expect(done).toHaveBeenCalledOnce();
  });
});
