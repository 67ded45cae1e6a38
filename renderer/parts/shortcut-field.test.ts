import { expect, it } from 'vitest';
import { acceleratorOf } from './shortcut-field.tsx';

const key = (key: string, code: string, held: object = {}) =>
  acceleratorOf({ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held });

it.each([
  [key('r', 'KeyR', { ctrlKey: true, altKey: true }), 'Control+Alt+R'],
  [key('®', 'KeyR', { altKey: true }), 'Alt+R'],
  [key('!', 'Digit1', { ctrlKey: true, shiftKey: true }), 'Control+Shift+1'],
  [key(' ', 'Space', { metaKey: true }), 'Super+Space'],
  [key('F9', 'F9'), 'F9'],
])('%j is complete', (pressed, keys) => {
  expect(pressed).toEqual({ keys, complete: true });
});

it.each([key('Control', 'ControlLeft', { ctrlKey: true }), key('r', 'KeyR'), key('R', 'KeyR', { shiftKey: true })])(
  '%j is not: it would take a key from everybody',
  (pressed) => {
    expect(pressed.complete).toBe(false);
  },
);
