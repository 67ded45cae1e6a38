import { describe, expect, it } from 'vitest';
import { plainName } from '../core/plain-name.ts';
import { escapeBody, menuName, shortName } from './display-text.ts';

describe('names of others', () => {
  it('keeps ordinary names', () => {
    expect(plainName('prod-öäü 日本 🚀')).toBe('prod-öäü 日本 🚀');
  });

  it('shows what would be invisible or reorder the text', () => {
    expect(plainName('a\nb\u202Ec\u2028d')).toBe('a\uFFFDb\uFFFDc\uFFFDd');
  });

  it('keeps an ampersand an ampersand in a menu', () => {
    expect(menuName('r&d')).toBe('r&&d');
  });

  it('keeps the beginning and the end of a long name, and no letter by half', () => {
    const long = (end: string) => `data-platform-${'😀'.repeat(80)}-${end}`;
    expect(shortName(long('prod'))).toMatch(/^data-platform-(😀){16}…(😀){24}-prod$/u);
    expect(menuName(long('prod'))).not.toBe(menuName(long('dev')));
    expect(shortName('x'.repeat(60))).toBe('x'.repeat(60));
  });

  it('keeps a notification text where servers read markup', () => {
    expect(escapeBody('<b>&', 'linux')).toBe('&lt;b&gt;&amp;');
    expect(escapeBody('<b>&', 'darwin')).toBe('<b>&');
  });
});
