import { describe, expect, it } from 'vitest';
import { isTrustedSender } from './trusted-sender.ts';

describe('isTrustedSender', () => {
  it('takes a main frame of the program’s own pages', () => {
    expect(isTrustedSender({ url: 'app://rolecall/popover.html', parent: null })).toBe(true);
  });

  it.each([
    'https://rolecall/popover.html',
    'app://rolecall.evil.example/popover.html',
    'app://evil/popover.html',
    'app://rolecall:81/popover.html',
    'app://rolecall@evil/',
    'app://user@rolecall/popover.html',
    'file:///popover.html',
    'about:blank',
    'data:text/html,app://rolecall/',
    'blob:app://rolecall/1',
    '',
  ])('refuses %s', (url) => {
    expect(isTrustedSender({ url, parent: null })).toBe(false);
  });

  it('refuses a subframe, and a frame that is gone', () => {
    expect(isTrustedSender({ url: 'app://rolecall/popover.html', parent: {} })).toBe(false);
    expect(isTrustedSender(null)).toBe(false);
    expect(isTrustedSender(undefined)).toBe(false);
  });
});
