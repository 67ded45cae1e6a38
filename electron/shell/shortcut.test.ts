import { describe, expect, it } from 'vitest';
import { createShortcut } from './shortcut.ts';

function setUp(taken: readonly string[] = [], onWayland = false) {
  const registered = new Map<string, () => void>();
  let pressed = 0;
  const shortcut = createShortcut({
    onWayland,
    globalShortcut: {
      register: (keys, callback) => {
        if (keys === 'nonsense') throw new TypeError('conversion failure');
        if (taken.includes(keys)) return false;
        registered.set(keys, callback);
        return true;
      },
      unregister: (keys) => void registered.delete(keys),
    },
    onPressed: () => {
      pressed += 1;
    },
  });
  return { shortcut, registered, pressed: () => pressed };
}

describe('the global shortcut', () => {
  it('is none at first, is taken and given back', () => {
    const { shortcut, registered, pressed } = setUp();
    expect(shortcut.set('')).toEqual({ ok: true, value: undefined });
    expect(shortcut.set('Control+Alt+R')).toMatchObject({ ok: true });
    registered.get('Control+Alt+R')?.();
    expect(pressed()).toBe(1);
    shortcut.set('Control+Alt+K');
    expect([...registered.keys()]).toEqual(['Control+Alt+K']);
    shortcut.set('');
    expect(registered.size).toBe(0);
  });

  it.each(['Control+Alt+T', 'nonsense'])('says so when the system refuses %s', (keys) => {
    const { shortcut, registered } = setUp(['Control+Alt+T']);
    shortcut.set('Control+Alt+R');
    expect(shortcut.set(keys)).toMatchObject({ ok: false, failure: { kind: 'not-supported' } });
    expect(registered.size).toBe(0);
  });

  it('says under Wayland what to do there', () => {
    const { shortcut } = setUp(['Control+Alt+T'], true);
    expect(shortcut.set('Control+Alt+T')).toMatchObject({
      failure: { message: expect.stringContaining('Wayland'), remedy: expect.stringContaining('rolecall open') },
    });
  });
});
