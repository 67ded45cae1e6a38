import { expect, it } from 'vitest';
import { createFakeWorld } from './core/fakes/fake-world.ts';
import { createRolecall } from './core/rolecall.ts';
import type { Windows } from './shell/windows.ts';
import { showChanges } from './show-changes.ts';

it('leaves no window with a secret on screen when Rolecall locks', () => {
  const rolecall = createRolecall(createFakeWorld({}).world);
  const closed: string[] = [];
  const windows = { broadcast: () => undefined, close: (window: string) => closed.push(window) } as unknown as Windows;
  showChanges({ rolecall, windows, updateTray: () => undefined, audit: { onAppend: () => undefined } });
  rolecall.lock.lock('screen-lock');
  expect(closed.sort()).toEqual(['access-key', 'mfa-device']);
});
